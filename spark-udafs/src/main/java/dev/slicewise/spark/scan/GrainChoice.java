package dev.slicewise.spark.scan;

import dev.slicewise.core.slice.SliceKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what one task scans by: the finest grain, until a full memory, or many slices, show that
 * they have a few rows each and that the other grains would have far fewer slices. Then handing
 * partial states on costs more than looking at a row once for each of the others.
 */
final class GrainChoice {
  private static final Logger LOG = LoggerFactory.getLogger(GrainChoice.class);

  /** Writing, moving and merging a state costs about as much as evaluating so many rows. */
  private static final int ROWS_WORTH_A_STATE = 100;

  /** A task whose small slices wait as rows has memory for far more than it should go on with. */
  private static final int MANY_SLICES = 1 << 17;

  /** The other grains together must have so many times fewer slices. */
  private static final int FEWER_SLICES = 4;

  private final Grains grains;
  private boolean isFinest = true;
  private long rows;

  GrainChoice(Grains grains) {
    this.grains = grains;
  }

  /** The first of the grains that rows are now evaluated by. */
  int first() {
    return isFinest ? 0 : 1;
  }

  /** The grain after the last of them. */
  int end() {
    return isFinest ? 1 : grains.count();
  }

  /** Notes rows that were evaluated. */
  void evaluated(int count) {
    rows += count;
  }

  /** Whether so many slices were met that it pays to ask whether they are too many. */
  boolean crowded(StateMap slices) {
    return isFinest && grains.count() > 1 && slices.size() >= MANY_SLICES;
  }

  /** Looks at slices that have filled the memory and are about to be handed on. */
  void full(StateMap slices) {
    long seen = rows;
    rows = 0;
    if (!isFinest || grains.count() == 1 || seen > slices.size() * (long) ROWS_WORTH_A_STATE) {
      return;
    }
    int fewer = 0;
    for (int grain = 1; grain < grains.count(); grain++) {
      fewer += distinct(slices, grain);
    }
    if ((long) fewer * FEWER_SLICES <= slices.size()) {
      isFinest = false;
      LOG.info(
          "{} rows had {} slices of the finest grain; the task goes on with {} coarser grains,"
              + " which had {}",
          seen,
          slices.size(),
          grains.count() - 1,
          fewer);
    }
  }

  private int distinct(StateMap slices, int grain) {
    Set<List<Object>> distinct = new HashSet<>();
    for (int slice = 0; slice < slices.size(); slice++) {
      List<Object> values = SliceKey.fromBytes(slices.key(slice)).values();
      distinct.add(grains.project(0, values, grains.positions(grain)));
    }
    return distinct.size();
  }
}
