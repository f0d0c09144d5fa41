package dev.slicewise.core.metric.regression;

import dev.slicewise.core.term.Difference;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Residual;
import dev.slicewise.core.term.Residual.Part;
import dev.slicewise.core.term.Role;

/** Rows that also carry another model's prediction. */
final class WithBaseline {
  static final Domain DOMAIN = Domain.REAL.and(Role.BASELINE);

  /** The error of the prediction. */
  static final Residual ERROR = new Residual(DOMAIN, Part.SIGNED);

  /** The absolute error of the prediction. */
  static final Residual ABSOLUTE_ERROR = new Residual(DOMAIN, Part.ABSOLUTE);

  /** The error of the baseline. */
  static final Difference BASELINE_ERROR = new Difference(DOMAIN, Role.BASELINE, Role.LABEL);

  private WithBaseline() {}
}
