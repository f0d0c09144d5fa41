package dev.slicewise.core.metric.text;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/** ROUGE of n-grams; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "rouge_n",
    presets = {"rouge1 = n: 1", "rouge2 = n: 2"},
    summary = "ROUGE-N: n-grams that a hypothesis shares with its reference, averaged over texts.",
    formula =
        "shared = Σ of the smaller count of each n-gram; precision = shared / those of the"
            + " hypothesis, recall = shared / those of the reference, fmeasure = 2PR/(P + R); mean"
            + " Σw·value / Σw; columns hypothesis, reference",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "a side without an n-gram: 0",
      "several references: the one of the largest fmeasure, the first of equals",
      "a row without a reference: n_domain"
    },
    exactness = "exact up to the rounding of each row's value and of their mean",
    use =
        "For summaries. Recall alone rewards length, so fmeasure is the default; no stemming and no"
            + " lower-casing happens here, and other tools do both.",
    source = "Lin 2004; rouge_score 0.1 RougeScorer without stemmer")
public record RougeN(
    @Parameter(doc = "the length of n-grams", range = "[1, 16]") int n,
    @Parameter(doc = "precision, recall or fmeasure") RougeMeasure measure)
    implements MeanOfTerm {

  /** Single tokens, fmeasure. */
  public RougeN() {
    this(1, RougeMeasure.FMEASURE);
  }

  @Override
  public Term term() {
    return new RougeTerm(Texts.COMPARED, n, measure);
  }
}
