package dev.slicewise.core.metric.language;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.language.TokenTerm;
import dev.slicewise.core.term.language.Tokens;

/** Negative log-likelihood per text; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "sequence_nll",
    aliases = {"sequence_nll_mean", "sequence_mean"},
    summary =
        "Negative log-likelihood per text: the mean over rows of the cost of all their tokens.",
    formula = "Σw·nll / Σw, nll = −Σ ln p over the tokens of a row",
    units = "nats per text",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "a row without a token that counts: 0",
      "a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given",
      "a mask of another length, or with other values than 0 and 1: n_domain"
    },
    exactness = "exact up to the rounding of each row's sum and of the result",
    use =
        "How likely whole answers are, as preference training sees them. Long texts cost more, so"
            + " slices of other lengths do not compare: token_nll is per token.",
    source = "language modelling")
public record SequenceNll(
    @Parameter(doc = "whether a column mask says which tokens count (1) and which do not (0)")
        boolean masked,
    @Parameter(
            doc = "lower log-probabilities, −Infinity among them, are raised to it",
            range = "(-inf, 0]")
        Double logprobFloor)
    implements MeanOfTerm {

  /** Of all tokens, without a floor. */
  public SequenceNll() {
    this(false, null);
  }

  @Override
  public Term term() {
    Tokens tokens = new Tokens(masked, logprobFloor);
    return new TokenTerm(tokens.domain(), tokens, TokenTerm.Part.COST);
  }
}
