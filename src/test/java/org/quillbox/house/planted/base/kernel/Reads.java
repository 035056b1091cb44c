package org.quillbox.house.planted.base.kernel;

/** Stands for the product's type of the same name. */
public record Reads(long asOf) {}
