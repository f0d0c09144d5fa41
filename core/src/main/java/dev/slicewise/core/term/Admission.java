package dev.slicewise.core.term;

import java.util.Arrays;

/** Decides which rows of a batch a domain admits; the first broken rule names the reason. */
final class Admission {
  private Admission() {}

  /** Whether every row is admitted without remark, when that can be told without marking rows. */
  static boolean admitsAll(Batch batch, Domain domain, boolean weighted) {
    for (Role role : domain.roles()) {
      boolean clean =
          switch (role.shape()) {
            case NUMBER -> batch.extent(role).isFinite();
            case NUMBERS -> false;
            default -> true;
          };
      if (!clean || batch.nulls(role) != null) {
        return false;
      }
    }
    if (weighted && (batch.nulls(Role.WEIGHT) != null || !batch.extent(Role.WEIGHT).isAbove(0.0))) {
      return false;
    }
    for (Condition condition : domain.conditions()) {
      if (!condition.holds(batch)) {
        return false;
      }
    }
    return true;
  }

  /** Which of the first rows of a batch is the one admitted after so many others. */
  static int place(int[] start, int rows, int admitted) {
    int at = Arrays.binarySearch(start, 0, rows + 1, admitted + 1);
    // start[] repeats a value over skipped rows; the admitted one stands just before the step.
    while (at > 0 && start[at - 1] > admitted) {
      at--;
    }
    return at - 1;
  }

  static void mark(
      Batch batch, Domain domain, boolean weighted, byte[] status, Condition.Notes notes) {
    Arrays.fill(status, 0, batch.rows(), (byte) 0);
    for (Role role : domain.roles()) {
      markNulls(batch, role, status);
    }
    if (weighted) {
      markNulls(batch, Role.WEIGHT, status);
    }
    for (Role role : domain.roles()) {
      markNonFinite(batch, role, status, Skip.NAN);
    }
    for (Role role : domain.roles()) {
      if (!domain.admitsNegativeInfinity(role)) {
        markNonFinite(batch, role, status, Skip.INF);
      }
    }
    if (weighted) {
      markWeights(batch, status);
    }
    for (Condition condition : domain.conditions()) {
      if (!condition.holds(batch)) {
        condition.check(batch, status, notes);
      }
    }
  }

  private static void markNulls(Batch batch, Role role, byte[] status) {
    boolean[] nulls = batch.nulls(role);
    if (nulls != null) {
      for (int i = 0; i < batch.rows(); i++) {
        if (nulls[i] && status[i] == 0) {
          status[i] = Skip.NULL.code();
        }
      }
    }
  }

  private static void markNonFinite(Batch batch, Role role, byte[] status, Skip reason) {
    switch (role.shape()) {
      case NUMBER -> {
        if (!batch.extent(role).isFinite()) {
          markNonFinite(batch.column(role), batch.rows(), status, reason);
        }
      }
      case NUMBERS -> markNonFinite(batch.numbers(role), batch.rows(), status, reason);
      default -> {
        // Text is neither NaN nor infinite.
      }
    }
  }

  private static void markNonFinite(double[][] arrays, int rows, byte[] status, Skip reason) {
    for (int i = 0; i < rows; i++) {
      if (status[i] == 0 && hasNonFinite(arrays[i], reason)) {
        status[i] = reason.code();
      }
    }
  }

  private static boolean hasNonFinite(double[] values, Skip reason) {
    for (double value : values) {
      if (isHit(value, reason)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHit(double value, Skip reason) {
    return reason == Skip.NAN ? Double.isNaN(value) : Double.isInfinite(value);
  }

  private static void markNonFinite(double[] values, int rows, byte[] status, Skip reason) {
    for (int i = 0; i < rows; i++) {
      if (status[i] == 0 && isHit(values[i], reason)) {
        status[i] = reason.code();
      }
    }
  }

  private static void markWeights(Batch batch, byte[] status) {
    double[] weights = batch.column(Role.WEIGHT);
    for (int i = 0; i < batch.rows(); i++) {
      if (status[i] == 0 && !(weights[i] > 0.0 && weights[i] < Double.POSITIVE_INFINITY)) {
        status[i] = (weights[i] == 0.0 ? Skip.ZERO_WEIGHT : Skip.BAD_WEIGHT).code();
      }
    }
  }
}
