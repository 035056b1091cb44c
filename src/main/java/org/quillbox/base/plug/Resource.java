package org.quillbox.base.plug;

/** Marks an endpoint of an API: a JAX-RS class whose instance the HTTP bridge registers. Its name ends in Resource. */
public interface Resource {}
