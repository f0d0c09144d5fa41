package dev.slicewise.core.term;

import java.util.List;
import java.util.Optional;

/**
 * A loss: a term with a gradient, used as a metric (its mean or sum) and as a per-row column.
 * {@link NumberLoss} is of numbers, {@link ArrayLoss} of arrays.
 *
 * <p>A loss is a record whose components are its parameters (annotated {@link Parameter}), whose
 * no-argument constructor gives their defaults, and which carries a {@link LossInfo}.
 * Transcendental functions are {@link StrictMath}'s, so that every CPU gives the same bits.
 */
public interface Loss extends Term {
  /** Rows whose prediction was moved away from 0 or 1 before a logarithm: 1 there, else 0. */
  default Optional<Term> clipped() {
    return Optional.empty();
  }

  /** Whether a single label of zero leaves the mean undefined. */
  default boolean undefinedOnZeroLabel() {
    return false;
  }

  /**
   * What the mean divides by instead of the weight, Σwℓ/Σwd: the tokens of a text, the weights of
   * classes.
   */
  default Optional<Term> divisor() {
    return Optional.empty();
  }

  /** The loss that does the work, where one name stands for several by its parameters. */
  default Loss resolved() {
    return this;
  }

  /**
   * Terms whose sums give the loss's sum, so that losses which differ only in coefficients share
   * what is remembered. At most one part of a row is not zero.
   */
  default List<Part> parts() {
    return List.of(new Part(1.0, this, false));
  }

  /**
   * One part of a loss: coefficient · term, or coefficient · term².
   *
   * @param coefficient at least 0
   * @param term the shared term
   * @param squared whether the term is squared
   */
  record Part(double coefficient, Term term, boolean squared) {}
}
