package org.quillbox.base.http;

import java.lang.reflect.Method;
import java.util.Optional;
import org.quillbox.base.kernel.Capability;

/**
 * One thing that can be asked of the box.
 *
 * @param verb HTTP method
 * @param path template, e.g. {@code /console/posts/{id}}
 * @param requires the capability; empty for everybody
 * @param owner the screen or resource that answers
 * @param method its method
 * @param takesUpload whether it reads a multipart body itself
 */
public record Route(
    String verb,
    String path,
    Optional<Capability> requires,
    Class<?> owner,
    Method method,
    boolean takesUpload) {}
