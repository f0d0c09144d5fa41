package dev.slicewise.core.term;

/**
 * One rule that a row must obey beyond being finite. Conditions see the columns of a batch and name
 * a {@link Skip} reason for the rows that break them. A condition is a record: equal conditions are
 * one rule. Those on arrays are in {@link ArrayCondition}.
 */
public interface Condition {

  /**
   * Examines rows that are still admitted.
   *
   * @param batch the columns
   * @param status per row; 0 is admitted; a broken rule writes a {@link Skip} code
   * @param notes counts rows that are admitted with a remark
   */
  void check(Batch batch, byte[] status, Notes notes);

  /**
   * Whether the rows that break this rule are no mistakes but groups without a value ({@link
   * Skip#GROUP}), such as queries without relevant items.
   */
  default boolean skipsGroups() {
    return false;
  }

  /** Whether −∞ is a value of this column that the rule decides upon, instead of a bad number. */
  default boolean admitsNegativeInfinity(Role role) {
    return false;
  }

  /**
   * Whether all rows obey and none is remarked upon, when that can be told from where the columns'
   * values lie; false when only {@link #check} can tell.
   */
  default boolean holds(Batch batch) {
    return false;
  }

  /** What an admitted row can be remarked upon. */
  final class Notes {
    /** Per row: a probability a hair outside [0, 1] was moved to the edge. */
    public boolean[] clamped;

    /** Per row: a label of zero that the metric treats specially. */
    public boolean[] zeroLabel;

    /** Creates notes for batches of one capacity, allocated when first needed. */
    public Notes() {}

    /** The marks of moved probabilities, made when first asked for. */
    public boolean[] clamped(int rows) {
      if (clamped == null || clamped.length < rows) {
        clamped = new boolean[rows];
      }
      return clamped;
    }

    /** The marks of noted zero labels, made when first asked for. */
    public boolean[] zeroLabel(int rows) {
      if (zeroLabel == null || zeroLabel.length < rows) {
        zeroLabel = new boolean[rows];
      }
      return zeroLabel;
    }

    void clear() {
      clamped = null;
      zeroLabel = null;
    }
  }

  /** The label is 0 or 1. */
  record BinaryLabel() implements Condition {
    @Override
    public boolean holds(Batch batch) {
      return batch.extent(Role.LABEL).isBinary();
    }

    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[] label = batch.column(Role.LABEL);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && label[i] != 0.0 && label[i] != 1.0) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }

  /** The label is a certain number: one class of a binary label, when it comes last. */
  record LabelIs(double label) implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[] labels = batch.column(Role.LABEL);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && labels[i] != label) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }

  /** The column lies in [0, 1]; up to {@code tolerance} outside it is clamped and counted. */
  record Probability(Role role, double tolerance) implements Condition {
    /** Absorbs the rounding of a float32 softmax. */
    public static final double DEFAULT_TOLERANCE = 1e-6;

    @Override
    public boolean holds(Batch batch) {
      return batch.extent(role).isWithin(0.0, 1.0);
    }

    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[] p = batch.column(role);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && !(p[i] >= 0.0 && p[i] <= 1.0)) {
          if (p[i] >= -tolerance && p[i] <= 1.0 + tolerance) {
            notes.clamped(batch.rows())[i] = true;
          } else {
            status[i] = Skip.DOMAIN.code();
          }
        }
      }
    }
  }

  /** The column is at least {@code bound}. */
  record AtLeast(Role role, double bound) implements Condition {
    @Override
    public boolean holds(Batch batch) {
      return batch.extent(role).isWithin(bound, Double.MAX_VALUE);
    }

    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[] x = batch.column(role);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && !(x[i] >= bound)) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }

  /** The column is greater than {@code bound}. */
  record Above(Role role, double bound) implements Condition {
    @Override
    public boolean holds(Batch batch) {
      return batch.extent(role).isAbove(bound);
    }

    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[] x = batch.column(role);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && !(x[i] > bound)) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }

  /** {@code lower} is at most {@code upper} in the same row. */
  record Ordered(Role lower, Role upper) implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[] low = batch.column(lower);
      double[] high = batch.column(upper);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && !(low[i] <= high[i])) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }

  /** A label of zero is skipped under its own reason, or admitted and counted. */
  record ZeroLabel(boolean skip) implements Condition {
    @Override
    public boolean holds(Batch batch) {
      return batch.extent(Role.LABEL).hasNoZero();
    }

    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[] label = batch.column(Role.LABEL);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && label[i] == 0.0) {
          if (skip) {
            status[i] = Skip.ZERO_LABEL.code();
          } else {
            notes.zeroLabel(batch.rows())[i] = true;
          }
        }
      }
    }
  }

  /** Label and prediction both zero: admitted and counted as a zero label. */
  record BothZeroNoted() implements Condition {
    @Override
    public boolean holds(Batch batch) {
      return batch.extent(Role.LABEL).hasNoZero();
    }

    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[] label = batch.column(Role.LABEL);
      double[] prediction = batch.column(Role.PREDICTION);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && label[i] == 0.0 && prediction[i] == 0.0) {
          notes.zeroLabel(batch.rows())[i] = true;
        }
      }
    }
  }
}
