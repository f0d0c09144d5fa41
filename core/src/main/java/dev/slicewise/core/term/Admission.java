package dev.slicewise.core.term;

import java.util.Arrays;

/** Decides which rows of a batch a domain admits; the first broken rule names the reason. */
final class Admission {
  private Admission() {}

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
      condition.check(batch, status, notes);
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
      case NUMBER -> markNonFinite(batch.column(role), batch.rows(), status, reason);
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
    // x·0 is 0 for every finite x and NaN for all others, so one sum tells whether to look closer.
    double probe = 0.0;
    for (int i = 0; i < rows; i++) {
      probe += values[i] * 0.0;
    }
    if (probe == 0.0) {
      return;
    }
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
