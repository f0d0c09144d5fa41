package dev.slicewise.core.term;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents and bounds a component of a metric's or loss's record. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Parameter {
  /** What it means, with its unit. */
  String doc();

  /** Allowed numbers in interval notation, such as {@code (0, inf)} or {@code [0, 1)}. */
  String range() default "";

  /**
   * Whether results name it only when it is not at its default: for parameters that choose between
   * tasks, which say nothing of the usual one. The default is the first word of an enum or the
   * empty text, and what a state remembers is called the same with and without such a parameter.
   */
  boolean quiet() default false;
}
