package dev.slicewise.core.term;

import java.util.List;

/** Rules on roles whose values are arrays. */
public final class ArrayCondition {
  private ArrayCondition() {}

  /** How many elements a value of any array shape has. */
  private static int length(Object value) {
    return value instanceof double[] numbers ? numbers.length : ((Object[]) value).length;
  }

  /** All arrays of a row have the same number of elements. */
  public record SameLength(List<Role> roles) implements Condition {
    /** Freezes the list. */
    public SameLength {
      roles = List.copyOf(roles);
    }

    /** Two or more roles. */
    public static SameLength of(Role... roles) {
      return new SameLength(List.of(roles));
    }

    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      Object[] first = batch.objects(roles.get(0));
      for (int r = 1; r < roles.size(); r++) {
        Object[] other = batch.objects(roles.get(r));
        for (int i = 0; i < batch.rows(); i++) {
          if (status[i] == 0 && length(first[i]) != length(other[i])) {
            status[i] = Skip.DOMAIN.code();
          }
        }
      }
    }
  }

  /** The array has at least {@code least} and at most {@code most} elements. */
  public record Length(Role role, int least, int most) implements Condition {
    /** At least so many elements. */
    public static Length atLeast(Role role, int least) {
      return new Length(role, least, Integer.MAX_VALUE);
    }

    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      Object[] arrays = batch.objects(role);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && !(length(arrays[i]) >= least && length(arrays[i]) <= most)) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }

  /**
   * Every element lies in [0, 1], up to {@code tolerance} outside it is clamped and counted; and
   * where {@code sumTolerance} is finite there are at least two, whose sum is 1 within it.
   */
  public record Probabilities(Role role, double tolerance, double sumTolerance)
      implements Condition {
    /** Absorbs what rounding to float32 does to a sum of many. */
    public static final double DEFAULT_SUM_TOLERANCE = 1e-4;

    /** A distribution over classes. */
    public static Probabilities simplex(Role role) {
      return new Probabilities(
          role, Condition.Probability.DEFAULT_TOLERANCE, DEFAULT_SUM_TOLERANCE);
    }

    /** Independent probabilities, one a label. */
    public static Probabilities each(Role role) {
      return new Probabilities(
          role, Condition.Probability.DEFAULT_TOLERANCE, Double.POSITIVE_INFINITY);
    }

    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[][] arrays = batch.numbers(role);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0) {
          check(arrays[i], i, batch.rows(), status, notes);
        }
      }
    }

    private void check(double[] p, int row, int rows, byte[] status, Notes notes) {
      double least = 0.0;
      double most = 0.0;
      double sum = 0.0;
      for (double value : p) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        sum += value;
      }
      boolean distribution =
          sumTolerance == Double.POSITIVE_INFINITY
              || (p.length >= 2 && Math.abs(sum - 1.0) <= sumTolerance);
      if (!distribution || !(least >= -tolerance && most <= 1.0 + tolerance)) {
        status[row] = Skip.DOMAIN.code();
      } else if (least < 0.0 || most > 1.0) {
        notes.clamped(rows)[row] = true;
      }
    }
  }

  /** The number is the index of an element of the array: 0, 1, … */
  public record IndexOf(Role index, Role array) implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[] at = batch.column(index);
      Object[] arrays = batch.objects(array);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0
            && !(at[i] >= 0 && at[i] < length(arrays[i]) && at[i] == Math.rint(at[i]))) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }

  /** Every element is at least {@code bound}. */
  public record EachAtLeast(Role role, double bound) implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[][] arrays = batch.numbers(role);
      for (int i = 0; i < batch.rows(); i++) {
        for (int k = 0; status[i] == 0 && k < arrays[i].length; k++) {
          if (!(arrays[i][k] >= bound)) {
            status[i] = Skip.DOMAIN.code();
          }
        }
      }
    }
  }

  /** Every element is 0 or 1: labels that a row has or has not, tokens that count or do not. */
  public record EachBinary(Role role) implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[][] arrays = batch.numbers(role);
      for (int i = 0; i < batch.rows(); i++) {
        for (int k = 0; status[i] == 0 && k < arrays[i].length; k++) {
          if (arrays[i][k] != 0.0 && arrays[i][k] != 1.0) {
            status[i] = Skip.DOMAIN.code();
          }
        }
      }
    }
  }
}
