package dev.slicewise.core.term;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Everything a person wants to know about a loss; documentation and help are made from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LossInfo {
  /** The permanent snake_case name. */
  String id();

  /** Other names, in any case. */
  String[] aliases() default {};

  /** Names for fixed parameters, each written {@code name = parameter: value}. */
  String[] presets() default {};

  /** One sentence. */
  String summary();

  /** The loss of a row, with e = prediction − label. */
  String formula();

  /** The derivative with respect to the prediction. */
  String gradient();

  /** The second derivative with respect to the prediction. */
  String hessian();

  /** Units of the value. */
  String units() default "none";

  /** Where values lie, in interval notation. */
  String range() default "[0, inf)";

  /** The noise model whose negative log-likelihood this is, up to constants. */
  String noiseModel();

  /** The functional of y given x that minimises the expected loss. */
  String elicits();

  /** What an error costs: who pays, how fast. */
  String cost();

  /** The best-known trap. */
  String trap() default "";

  /** What each edge case gives. */
  String[] edges() default {};

  /** Whose definition this is, with version where conventions differ. */
  String source() default "";

  /** The release that brought it. */
  String since() default "0.1.0";
}
