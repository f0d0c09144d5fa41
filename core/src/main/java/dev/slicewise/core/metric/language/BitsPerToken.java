package dev.slicewise.core.metric.language;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.language.Tokens;

/** Cross-entropy per token in bits; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "bits_per_token",
    summary = "Cross-entropy per token in bits.",
    formula = "Σw·nll / (ln 2·Σw·tokens), nll = −Σ ln p over the tokens of a row",
    units = "bits per token",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no token that counts in any row: undefined",
      "a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given",
      "a mask of another length, or with other values than 0 and 1: n_domain"
    },
    exactness = "exact up to the rounding of each row's sum and of the result",
    use =
        "What an ideal coder would spend on a token. Depends on the tokenizer, as perplexity does.",
    source = "information theory")
public record BitsPerToken(
    @Parameter(doc = "whether a column mask says which tokens count (1) and which do not (0)")
        boolean masked,
    @Parameter(
            doc = "lower log-probabilities, −Infinity among them, are raised to it",
            range = "(-inf, 0]")
        Double logprobFloor)
    implements TokenRatio {

  /** Of all tokens, without a floor. */
  public BitsPerToken() {
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
    return nats / LN2;
  }

  @Override
  public double slope(double nats) {
    return 1 / LN2;
  }
}
