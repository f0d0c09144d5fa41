package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/**
 * Share of groups with a relevant item among the first k; everything else about it stands in its
 * {@link MetricInfo}.
 */
@MetricInfo(
    id = "hit_rate_at_k",
    aliases = {"success_at_k"},
    summary = "Hit rate at k: the share of groups with a relevant item among the first k.",
    formula = "Σw·1{a relevant item is among the first k} / Σw",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "a group without a relevant item: skipped and counted (n_groups_skipped), or 0, or 1, as"
          + " empty_group says",
      "labels and scores of different length: n_domain",
      "equal scores: ranked in the order of the array",
      "no group with a value: undefined"
    },
    use =
        "For recommenders that need one good offer. Blind to where among the first k, and to how many.",
    source = "torchmetrics RetrievalHitRate")
public record HitRateAtK(
    @Parameter(
            doc = "how many of the best scores are looked at; 0 for the whole list",
            range = "[0, inf)")
        int k,
    @Parameter(doc = "least label of a relevant item", range = "(-inf, inf)")
        double relevanceThreshold,
    @Parameter(doc = "a group without a relevant item: skip, or count as zero or one")
        EmptyGroup emptyGroup)
    implements MeanOfTerm {

  /** At 10, labels from 1 on relevant, empty groups skipped. */
  public HitRateAtK() {
    this(10, 1.0, EmptyGroup.SKIP);
  }

  @Override
  public Term term() {
    return new RetrievalTerm(Retrieval.HIT, k, relevanceThreshold, emptyGroup);
  }
}
