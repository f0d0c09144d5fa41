package dev.slicewise.core.term.ranking;

import static dev.slicewise.core.term.ranking.Lists.LABELS;

import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Skip;

/** Rules on the labels of a list. */
public final class ListCondition {
  private ListCondition() {}

  /** A rule without which a group has no value; the groups that break it are counted as skipped. */
  private interface GroupRule extends Condition {
    boolean holds(double[] labels);

    @Override
    default boolean skipsGroups() {
      return true;
    }

    @Override
    default void check(Batch batch, byte[] status, Notes notes) {
      double[][] labels = batch.numbers(LABELS);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && !holds(labels[i])) {
          status[i] = Skip.GROUP.code();
        }
      }
    }
  }

  private static boolean anyAtLeast(double[] labels, double bound) {
    for (double label : labels) {
      if (label >= bound) {
        return true;
      }
    }
    return false;
  }

  /** Some item is relevant: its label is at least the threshold. */
  public record HasRelevant(double threshold) implements GroupRule {
    @Override
    public boolean holds(double[] labels) {
      return anyAtLeast(labels, threshold);
    }
  }

  /** Some item is irrelevant: its label is below the threshold. */
  public record HasIrrelevant(double threshold) implements GroupRule {
    @Override
    public boolean holds(double[] labels) {
      for (double label : labels) {
        if (label < threshold) {
          return true;
        }
      }
      return false;
    }
  }

  /** Some item has a positive label, so that the ideal order gains something. */
  public record HasGain() implements GroupRule {
    @Override
    public boolean holds(double[] labels) {
      return anyAtLeast(labels, Double.MIN_VALUE);
    }
  }

  /** Some item is more relevant than another. */
  public record HasPairs() implements GroupRule {
    @Override
    public boolean holds(double[] labels) {
      for (double label : labels) {
        if (label != labels[0]) {
          return true;
        }
      }
      return false;
    }
  }

  /** There is an item. */
  public record HasItems() implements GroupRule {
    @Override
    public boolean holds(double[] labels) {
      return labels.length > 0;
    }
  }

  /** Every label lies in [0, most]. */
  public record LabelsWithin(double most) implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      double[][] labels = batch.numbers(LABELS);
      for (int i = 0; i < batch.rows(); i++) {
        for (int k = 0; status[i] == 0 && k < labels[i].length; k++) {
          if (!(labels[i][k] >= 0 && labels[i][k] <= most)) {
            status[i] = Skip.DOMAIN.code();
          }
        }
      }
    }
  }
}
