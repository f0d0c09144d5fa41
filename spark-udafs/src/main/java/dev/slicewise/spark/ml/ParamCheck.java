package dev.slicewise.spark.ml;

import dev.slicewise.core.metric.Profile;
import java.io.Serializable;
import scala.Function1;

/**
 * What MLlib asks of a param's value before it takes it, wherever it comes from. A refusal is the
 * exception that says what is wrong, instead of MLlib's that would only name the value.
 */
interface ParamCheck<T> extends Function1<T, Object>, Serializable {
  /** Checked with the rows. */
  ParamCheck<String> ANY = value -> {};

  /** A metric to select models by, under any profile. */
  ParamCheck<String> METRIC = value -> SelectionMetric.parse(value, Profile.SLICEWISE.name());

  /** A known profile. */
  ParamCheck<String> PROFILE = Profile::of;

  /** {@code role=column} each. */
  ParamCheck<String[]> ROLES =
      values -> {
        for (String value : values) {
          int equals = value.indexOf('=');
          if (equals < 1 || value.substring(equals + 1).isBlank()) {
            throw new IllegalArgumentException(
                "expected role=column in roles, such as scale=price_range, found '" + value + "'");
          }
        }
      };

  /** Returns, or says what is wrong. */
  void check(T value);

  @Override
  default Object apply(T value) {
    check(value);
    return Boolean.TRUE;
  }
}
