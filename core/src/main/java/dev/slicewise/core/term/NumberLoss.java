package dev.slicewise.core.term;

import java.util.List;

/** A loss of a row's numbers. */
public interface NumberLoss extends Loss {
  /**
   * The loss of one row.
   *
   * @param row the domain's roles in order: label, prediction, then what else it names
   */
  double value(double[] row);

  /** The derivative of the loss with respect to the prediction; a subgradient at kinks. */
  double gradient(double[] row);

  /** The second derivative with respect to the prediction, 0 at kinks. */
  double hessian(double[] row);

  @Override
  default void fill(Admitted rows, double[] out) {
    List<Role> roles = domain().roles();
    double[][] columns = new double[roles.size()][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = rows.column(roles.get(c));
    }
    double[] row = new double[columns.length];
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < columns.length; c++) {
        row[c] = columns[c][i];
      }
      out[i] = value(row);
    }
  }
}
