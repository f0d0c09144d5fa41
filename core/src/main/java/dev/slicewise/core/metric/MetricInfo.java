package dev.slicewise.core.metric;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Everything a person wants to know about a metric; documentation and help are made from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MetricInfo {
  /** The permanent snake_case name. */
  String id();

  /** Other names, in any case. */
  String[] aliases() default {};

  /** Names for fixed parameters, each written {@code name = parameter: value}. */
  String[] presets() default {};

  /** One sentence. */
  String summary();

  /** The definition in one line, with e = prediction − label, w the weight and W its sum. */
  String formula();

  /** Units of the value. */
  String units() default "none";

  /** Where values lie, in interval notation. */
  String range();

  /** Which values are good. */
  Direction better();

  /** Whether the value is a table of points instead of a number. */
  boolean curve() default false;

  /** What each edge case gives. */
  String[] edges() default {};

  /** How exact the value is, when it is not always exact. */
  String exactness() default "exact up to final rounding";

  /** Why one would read it, and its best-known trap. */
  String use() default "";

  /** Whose definition this is, with version where conventions differ. */
  String source() default "";

  /** The release that brought it. */
  String since() default "0.1.0";

  /** Which values are good. */
  enum Direction {
    /** Lower is better. */
    LOWER,
    /** Higher is better. */
    HIGHER,
    /** Closer to zero is better. */
    ZERO,
    /** Closer to one is better. */
    ONE,
    /** Neither: a description, not a judgement. */
    NONE
  }
}
