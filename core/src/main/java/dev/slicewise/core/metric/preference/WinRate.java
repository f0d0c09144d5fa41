package dev.slicewise.core.metric.preference;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Difference;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;

/** How often one model beats another; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "win_rate",
    summary =
        "Win rate: the share of rows on which the score (prediction) beats another model's (baseline).",
    formula = "(#{p > b} + ½·#{p = b}) / n",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {"no usable rows: undefined", "a tie: half a row; detail ties is the share of ties"},
    use =
        "For judged comparisons, with the scores as columns: a judge that only names the winner is p = 1, b = 0, a tie p = b. It says how often, not by how much.",
    source = "Catalogue B.6")
public record WinRate() implements Contest {
  @Override
  public Term lead() {
    return new Difference(
        Domain.of(Role.PREDICTION, Role.BASELINE), Role.PREDICTION, Role.BASELINE);
  }
}
