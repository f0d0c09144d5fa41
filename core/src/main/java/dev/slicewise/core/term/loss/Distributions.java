package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ArrayCondition.Length;
import dev.slicewise.core.term.ArrayCondition.Probabilities;
import dev.slicewise.core.term.ArrayCondition.SameLength;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;

/** Domains of a label that is an array with one element a class, as the prediction is. */
final class Distributions {
  /** The label as an array. */
  static final Role LABEL = Role.LABEL.as(Shape.NUMBERS);

  /** Two arrays of as many scores. */
  static final Domain SCORES =
      Domain.of(LABEL, ClassLabel.ARRAY)
          .where(new Length(ClassLabel.ARRAY, 2, ClassNames.MOST))
          .where(SameLength.of(LABEL, ClassLabel.ARRAY));

  /** A distribution, and as many scores. */
  static final Domain LABELLED_SCORES = SCORES.where(Probabilities.simplex(LABEL));

  /** Two distributions over the same classes. */
  static final Domain BOTH = LABELLED_SCORES.where(Probabilities.simplex(ClassLabel.ARRAY));

  private Distributions() {}
}
