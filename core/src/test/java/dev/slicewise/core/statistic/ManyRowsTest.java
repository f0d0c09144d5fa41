package dev.slicewise.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Slices of many rows: histograms that no longer wait, that gave up levels, that have a window; and
 * batches larger than a kernel's window. However the rows came, the bytes are those of small states
 * merged.
 */
class ManyRowsTest {
  private static final EvaluationPlan PLAN =
      EvaluationPlan.of(
          new Suite(
              MetricCatalog.standard()
                  .parseList("mae, p99_abs, roc_auc, log_loss, expected_calibration_error"),
              false,
              true,
              false));

  private static final int ROWS = 60_000;
  private static final int SLICES = 7;

  private enum Scores {
    UNIFORM(SplittableRandom::nextDouble),
    /** Few values, so that no level is given up. */
    HUNDREDTHS(random -> random.nextInt(101) / 100.0),
    /** Most rows in a few bins, the others everywhere. */
    PEAKED(
        random -> random.nextInt(10) == 0 ? random.nextDouble() : 0.9 + random.nextDouble() / 64),
    /** Down to the smallest doubles: no range holds half of the rows. */
    ALL_MAGNITUDES(random -> Math.scalb(random.nextDouble(), -random.nextInt(900))),
    /** Neighbours among the doubles: they lie close together without giving up a level. */
    NARROW(random -> 0.25 + random.nextInt(20_000) * 0x1p-54),
    /** A few more values than bins. */
    THOUSANDS(random -> random.nextInt(5_000) / 5_000.0),
    /** From the smallest doubles to the largest, of both signs. */
    BOTH_ENDS(random -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(2_000) - 1_000)),
    /** Beyond [0, 1] as well; those rows have no probability. */
    LOGITS(random -> 8 * random.nextDouble() - 4);

    private final ToDoubleFunction<SplittableRandom> draw;

    Scores(ToDoubleFunction<SplittableRandom> draw) {
      this.draw = draw;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UNIFORM",
    "HUNDREDTHS",
    "PEAKED",
    "ALL_MAGNITUDES",
    "NARROW",
    "THOUSANDS",
    "BOTH_ENDS",
    "LOGITS"
  })
  void onePassEqualsSmallStatesMerged(Scores scores) {
    double[] label = new double[ROWS];
    double[] score = new double[ROWS];
    int[] slice = new int[ROWS];
    SplittableRandom random = new SplittableRandom(scores.ordinal());
    for (int i = 0; i < ROWS; i++) {
      label[i] = random.nextInt(2);
      score[i] = scores.draw.applyAsDouble(random);
      // The first slice has most rows.
      slice[i] = Math.max(0, random.nextInt(3 * SLICES) - 2 * SLICES);
    }
    List<SliceState> merged = evaluated(label, score, slice, 500, 250);
    for (int batch : new int[] {100, 1024, 16_384}) {
      List<SliceState> once = evaluated(label, score, slice, batch, ROWS);
      for (int s = 0; s < SLICES; s++) {
        assertThat(StateCodec.toStored(once.get(s)))
            .as("%s, slice %d in batches of %d", scores, s, batch)
            .isEqualTo(StateCodec.toStored(merged.get(s)));
      }
    }
  }

  /** States of batches of some rows, a new one after so many rows, merged in the end. */
  private static List<SliceState> evaluated(
      double[] label, double[] score, int[] slice, int capacity, int rowsPerState) {
    BatchEvaluator evaluator = new BatchEvaluator(PLAN, capacity);
    Batch batch = evaluator.newBatch();
    List<SliceState> result = states();
    List<SliceState> current = states();
    int[] sliceOf = new int[capacity];
    for (int from = 0; from < ROWS; ) {
      int count = Math.min(Math.min(capacity, rowsPerState), ROWS - from);
      System.arraycopy(label, from, batch.column(0), 0, count);
      System.arraycopy(score, from, batch.column(1), 0, count);
      System.arraycopy(slice, from, sliceOf, 0, count);
      batch.rows(count);
      evaluator.add(batch, sliceOf, current.toArray(new SliceState[0]), SLICES);
      batch.clear();
      from += count;
      if (from % rowsPerState == 0 || from == ROWS) {
        for (int s = 0; s < SLICES; s++) {
          result.get(s).merge(current.get(s));
        }
        current = states();
      }
    }
    return result;
  }

  private static List<SliceState> states() {
    List<SliceState> states = new ArrayList<>();
    for (int s = 0; s < SLICES; s++) {
      states.add(PLAN.emptyState());
    }
    return states;
  }
}
