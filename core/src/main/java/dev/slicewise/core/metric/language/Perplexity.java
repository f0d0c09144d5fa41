package dev.slicewise.core.metric.language;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.language.Tokens;

/** Perplexity per token; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "perplexity",
    summary = "Perplexity: among how many equally likely tokens the model in effect chooses.",
    formula = "exp(Σw·nll / Σw·tokens), nll = −Σ ln p over the tokens of a row",
    units = "none",
    range = "[1, inf)",
    better = Direction.LOWER,
    edges = {
      "no token that counts in any row: undefined",
      "a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given",
      "a mask of another length, or with other values than 0 and 1: n_domain"
    },
    exactness = "exact up to the rounding of each row's sum and of the result",
    use =
        "The exponential of token_nll, over all tokens and never a mean of the rows' perplexities. Models"
            + " of different tokenizers do not compare: use bits_per_byte or word_perplexity.",
    source = "language modelling; Jelinek et al. 1977")
public record Perplexity(
    @Parameter(doc = "whether a column mask says which tokens count (1) and which do not (0)")
        boolean masked,
    @Parameter(
            doc = "lower log-probabilities, −Infinity among them, are raised to it",
            range = "(-inf, 0]")
        Double logprobFloor)
    implements TokenRatio {

  /** Of all tokens, without a floor. */
  public Perplexity() {
    this(false, null);
  }

  @Override
  public Tokens tokens() {
    return new Tokens(masked, logprobFloor);
  }

  @Override
  public Role per() {
    return null;
  }

  @Override
  public double finish(double nats) {
    return StrictMath.exp(nats);
  }

  @Override
  public double slope(double nats) {
    return StrictMath.exp(nats);
  }
}
