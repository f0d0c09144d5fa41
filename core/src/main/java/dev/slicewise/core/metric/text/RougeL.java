package dev.slicewise.core.metric.text;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/** ROUGE of subsequences; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "rouge_l",
    summary = "ROUGE-L: the longest common subsequence of hypothesis and reference.",
    formula =
        "precision = LCS / tokens of the hypothesis, recall = LCS / tokens of the reference,"
            + " fmeasure = 2PR/(P + R); mean Σw·value / Σw; columns hypothesis, reference",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "an empty side: 0",
      "several references: the one of the largest fmeasure, the first of equals",
      "a text longer than max_tokens, or a row without a reference: n_domain"
    },
    exactness = "exact up to the rounding of each row's value and of their mean",
    use =
        "For summaries: words in the same order, wherever they stand. It is of the whole text, not"
            + " the sentence-wise union that other tools call rougeLsum.",
    source = "Lin 2004; rouge_score 0.1 RougeScorer rougeL without stemmer")
public record RougeL(
    @Parameter(doc = "precision, recall or fmeasure") RougeMeasure measure,
    @Parameter(doc = "longest text, since time grows with its square", range = "[1, 1000000]")
        int maxTokens)
    implements MeanOfTerm {

  /** The fmeasure, of at most 4096 tokens. */
  public RougeL() {
    this(RougeMeasure.FMEASURE, 4096);
  }

  @Override
  public Term term() {
    return new RougeTerm(
        Texts.COMPARED
            .where(new TextLength(Texts.HYPOTHESIS, maxTokens))
            .where(new TextLength(Texts.REFERENCES, maxTokens)),
        0,
        measure);
  }
}
