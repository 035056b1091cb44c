package org.quillbox.base.plug;

/** Marks a page of the console: a JAX-RS class whose instance the HTTP bridge registers. Its name ends in Screen. */
public interface Screen {}
