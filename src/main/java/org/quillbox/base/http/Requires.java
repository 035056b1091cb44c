package org.quillbox.base.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.quillbox.base.kernel.Capability;

/** The capability somebody needs for a method of a screen or resource; checked before it runs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
  /** What the actor must be able to do. Any signed-in person can {@link Capability#READ}. */
  Capability value();
}
