package dev.slicewise.core.interval;

import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;
import java.util.Optional;

/**
 * The difference of two models' mean losses on the same rows: Student's paired t from Σd and Σd², d
 * = ℓ_first − ℓ_second, which is blind to what makes a row hard for both.
 */
final class PairedMean implements PairedMethod {
  private final PairedRows rows;
  private final MeanInterval mean;

  PairedMean(PairedRows rows) {
    this.rows = rows;
    this.mean = MeanInterval.of(rows.difference());
  }

  @Override
  public String testName() {
    return "paired t";
  }

  @Override
  public String description() {
    return "Student's paired t";
  }

  @Override
  public List<Statistic<?>> tallied() {
    return List.of(rows.table());
  }

  @Override
  public Optional<PairedRows.Tally> tally(StateView states) {
    return Optional.of(rows.tally(states));
  }

  @Override
  public boolean isOfMeans() {
    return true;
  }

  @Override
  public List<Statistic<?>> needs() {
    return mean.needs();
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    return mean.interval(states, confidence);
  }
}
