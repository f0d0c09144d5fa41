package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/**
 * Mean rank of the first relevant item; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "min_label_position",
    summary = "Rank of the first relevant item, averaged over groups; 1 is best.",
    formula = "Σw·(rank of the first relevant item) / Σw",
    range = "[1, inf)",
    better = Direction.LOWER,
    edges = {
      "a group without a relevant item: skipped and counted (n_groups_skipped)",
      "labels and scores of different length: n_domain",
      "equal scores: ranked in the order of the array",
      "no group with a value: undefined"
    },
    use =
        "How far a user reads before something useful comes. Long lists can pull it far up; mrr is the"
            + " bounded form.",
    source = "TFMA MinLabelPosition (which is 0 where ours is undefined)")
public record MinLabelPosition(
    @Parameter(doc = "least label of a relevant item", range = "(-inf, inf)")
        double relevanceThreshold)
    implements MeanOfTerm {

  /** Labels from 1 on are relevant. */
  public MinLabelPosition() {
    this(1.0);
  }

  @Override
  public Term term() {
    return new RetrievalTerm(Retrieval.FIRST_POSITION, 0, relevanceThreshold, EmptyGroup.SKIP);
  }
}
