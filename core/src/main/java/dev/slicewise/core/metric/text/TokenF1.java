package dev.slicewise.core.metric.text;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Term;

/** F1 of tokens; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "token_f1",
    summary = "F1 of the tokens that a hypothesis shares with its best reference.",
    formula =
        "2PR/(P + R), P = shared / tokens of the hypothesis, R = shared / tokens of the reference,"
            + " order ignored; mean Σw·F1 / Σw; columns hypothesis, reference",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "both sides empty: 1; one empty: 0",
      "several references: the largest F1",
      "a row without a reference: n_domain"
    },
    exactness = "exact up to the rounding of each row's value and of their mean",
    use =
        "For short answers that may be nearly right. Common words count as much as the answer"
            + " itself, and SQuAD's script normalises both sides first.",
    source = "Rajpurkar et al. 2016, without its normalisation of answers")
public record TokenF1() implements MeanOfTerm {
  @Override
  public Term term() {
    return new BestReference(BestReference.Agreement.TOKEN_F1);
  }
}
