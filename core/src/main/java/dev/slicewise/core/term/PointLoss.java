package dev.slicewise.core.term;

/** A loss of a label and one prediction. */
public interface PointLoss extends NumberLoss {
  /** The loss of a prediction for a label. */
  double value(double label, double prediction);

  /** Its derivative with respect to the prediction. */
  double gradient(double label, double prediction);

  /** Its second derivative with respect to the prediction. */
  double hessian(double label, double prediction);

  @Override
  default Domain domain() {
    return Domain.REAL;
  }

  @Override
  default double value(double[] row) {
    return value(row[0], row[1]);
  }

  @Override
  default double gradient(double[] row) {
    return gradient(row[0], row[1]);
  }

  @Override
  default double hessian(double[] row) {
    return hessian(row[0], row[1]);
  }

  @Override
  default void fill(Admitted rows, double[] out) {
    double[] label = rows.column(Role.LABEL);
    double[] prediction = rows.column(Role.PREDICTION);
    PointLoop.of(this).fill(this, label, prediction, rows.size(), out);
  }
}
