package dev.slicewise.core.term;

/**
 * What several terms need of the same rows, computed at most once a batch: counts of n-grams, ranks
 * in a list. A derivation is a record, and equal ones are one; who gets its result must not change
 * it.
 *
 * @param <T> a table or array by admitted row
 */
public interface Derivation<T> {
  /** Computes it on the admitted rows of a batch. */
  T of(Admitted rows);

  /** The objects of a role on the admitted rows alone. */
  record Selected(Role role) implements Derivation<Object[]> {
    @Override
    public Object[] of(Admitted rows) {
      Object[] raw = rows.batch().objects(role);
      Object[] values = role.shape().newColumn(rows.size());
      for (int i = 0; i < rows.batch().rows(); i++) {
        if (rows.status()[i] == 0) {
          values[rows.start(i)] = raw[i];
        }
      }
      return values;
    }
  }

  /** The probabilities of a role with those a hair outside [0, 1] moved to the edge. */
  record Clamped(Role role) implements Derivation<double[][]> {
    @Override
    public double[][] of(Admitted rows) {
      double[][] arrays = (double[][]) rows.objects(role);
      if (!rows.domain().isProbability(role)) {
        return arrays;
      }
      double[][] values = arrays.clone();
      for (int i = 0; i < rows.batch().rows(); i++) {
        if (rows.status()[i] == 0 && rows.clamped()[i]) {
          double[] clamped = values[rows.start(i)].clone();
          for (int k = 0; k < clamped.length; k++) {
            clamped[k] = Math.min(Math.max(clamped[k], 0.0), 1.0);
          }
          values[rows.start(i)] = clamped;
        }
      }
      return values;
    }
  }
}
