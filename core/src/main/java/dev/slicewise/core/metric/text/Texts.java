package dev.slicewise.core.metric.text;

import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;

/** The roles of text metrics. */
final class Texts {
  /** The tokens that a model wrote. */
  static final Role HYPOTHESIS = new Role("hypothesis", Shape.TEXTS);

  /** The tokens of each text that it should have written. */
  static final Role REFERENCES = new Role("reference", Shape.TEXT_LISTS);

  /** The tokens of the one text that it should have written. */
  static final Role REFERENCE = REFERENCES.as(Shape.TEXTS);

  /** A hypothesis and one reference or more, any of which may be empty. */
  static final Domain COMPARED =
      Domain.of(HYPOTHESIS, REFERENCES).where(ArrayCondition.Length.atLeast(REFERENCES, 1));

  private Texts() {}
}
