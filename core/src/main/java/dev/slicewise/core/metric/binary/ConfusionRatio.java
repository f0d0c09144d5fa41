package dev.slicewise.core.metric.binary;

import dev.slicewise.core.statistic.CellCounts;

/** A ratio of linear functions of the confusion table at a threshold. */
interface ConfusionRatio extends CellRatio {
  double threshold();

  @Override
  default CellCounts table() {
    return Confusion.table(threshold());
  }
}
