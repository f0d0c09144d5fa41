package dev.slicewise.bench.kernel;

import dev.slicewise.core.numeric.ExactSumScratch;
import dev.slicewise.core.statistic.Columns;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Batches of labels 0 and 1 and probabilities for them, whose terms are computed already: what is
 * left to time is the state.
 */
final class KernelRows {
  private static final long SEED = 20_26;

  private final Columns[] batches;

  KernelRows(Statistic<?> statistic, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    batches = new Columns[count];
    for (int b = 0; b < count; b++) {
      List<Role> roles = new ArrayList<>(statistic.domain().roles());
      Batch batch = new Batch(roles, Batch.CAPACITY);
      for (int row = 0; row < Batch.CAPACITY; row++) {
        double probability = random.nextDouble();
        for (int c = 0; c < roles.size(); c++) {
          double label = random.nextDouble() < probability ? 1 : 0;
          batch.set(c, row, roles.get(c).equals(Role.LABEL) ? label : probability);
        }
        batch.setKey(row, random.nextLong());
      }
      batch.rows(Batch.CAPACITY);
      Admitted admitted = new Admitted(statistic.domain(), false, Batch.CAPACITY);
      batches[b] = new Columns(statistic, admitted, new ExactSumScratch());
      admitted.admit(batch);
      batches[b].turn();
    }
  }

  /** Adds the first rows of a batch to one state. */
  void addFirst(State<?> state, int batch, int count) {
    state.add(batches[batch], 0, count);
  }

  /** Adds a batch to states in turn, so many rows to each before the next. */
  void addTo(State<?>[] states, int batch, int run) {
    Columns columns = batches[batch];
    int next = 0;
    for (int from = 0; from < Batch.CAPACITY; from += run) {
      states[next++].add(columns, from, from + run);
    }
  }
}
