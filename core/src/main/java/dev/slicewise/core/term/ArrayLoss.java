package dev.slicewise.core.term;

/**
 * A loss of a row that holds arrays: probabilities of classes, scores of a list, embeddings,
 * tokens. Derivatives are with respect to the elements of one array, {@link #variable()}.
 */
public interface ArrayLoss extends Loss {
  /** The loss of one row. */
  double value(RowView row);

  /** The array whose elements the derivatives are taken by: the prediction, unless said. */
  default Role variable() {
    return Role.PREDICTION.as(Shape.NUMBERS);
  }

  /** The derivatives of the loss by each element; subgradients at kinks. */
  double[] gradient(RowView row);

  /** The second derivatives of the loss by each element alone, 0 at kinks. */
  double[] hessianDiagonal(RowView row);

  @Override
  default void fill(Admitted rows, double[] out) {
    RowView row = new RowView(rows);
    for (int i = 0; i < rows.size(); i++) {
      out[i] = value(row.at(i));
    }
  }
}
