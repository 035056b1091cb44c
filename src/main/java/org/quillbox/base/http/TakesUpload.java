package org.quillbox.base.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that reads a multipart body itself, with {@link Inbound#form(long, long, Form.Receiver)}. The proof of
 * the form is checked there, before the first byte of a file is handed over: its field stands before the file's.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesUpload {}
