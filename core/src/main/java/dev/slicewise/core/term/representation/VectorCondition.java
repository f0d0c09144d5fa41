package dev.slicewise.core.term.representation;

import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Skip;

/** Rules on embeddings. */
public final class VectorCondition {
  private VectorCondition() {}

  /** The vector has a direction: some element is not zero. */
  public record NotZero(Role role) implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[][] vectors = batch.numbers(role);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && Vectors.largest(vectors[i], 0, vectors[i].length) == 0) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }

  /** An array of one or more vectors, end to end, each as long as another and none zero. */
  public record EndToEnd(Role array, Role vector) implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[][] arrays = batch.numbers(array);
      double[][] vectors = batch.numbers(vector);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && !holds(arrays[i], vectors[i].length)) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }

    private static boolean holds(double[] array, int length) {
      if (length == 0 || array.length == 0 || array.length % length != 0) {
        return false;
      }
      for (int from = 0; from < array.length; from += length) {
        if (Vectors.largest(array, from, length) == 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** The label is 1 or −1. */
  public record SignLabel() implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[] label = batch.column(Role.LABEL);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && label[i] != 1.0 && label[i] != -1.0) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }
}
