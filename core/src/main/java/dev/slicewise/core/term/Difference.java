package dev.slicewise.core.term;

/**
 * One column less another: a width, another model's error, a change. Its sign is that of the exact
 * difference.
 *
 * @param domain the rows
 * @param minuend what is subtracted from
 * @param subtrahend what is subtracted
 */
public record Difference(Domain domain, Role minuend, Role subtrahend) implements Term {
  @Override
  public void fill(Admitted rows, double[] out) {
    double[] left = rows.column(minuend);
    double[] right = rows.column(subtrahend);
    for (int i = 0; i < rows.size(); i++) {
      out[i] = left[i] - right[i];
    }
  }
}
