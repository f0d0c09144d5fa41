package dev.slicewise.core.metric.language;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.language.Tokens;

/** Perplexity per byte; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "byte_perplexity",
    summary = "Perplexity per UTF-8 byte of the text; column bytes holds their number.",
    formula = "exp(Σw·nll / Σw·bytes), nll = −Σ ln p over the tokens of a row",
    units = "none",
    range = "[1, inf)",
    better = Direction.LOWER,
    edges = {
      "bytes of 0 in every row: undefined; a negative count: n_domain",
      "a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given",
      "a mask of another length, or with other values than 0 and 1: n_domain"
    },
    exactness = "exact up to the rounding of each row's sum and of the result",
    use =
        "Two to the power of bits_per_byte; compares models of different tokenizers on the same text.",
    source = "lm-evaluation-harness byte_perplexity")
public record BytePerplexity(
    @Parameter(doc = "whether a column mask says which tokens count (1) and which do not (0)")
        boolean masked,
    @Parameter(
            doc = "lower log-probabilities, −Infinity among them, are raised to it",
            range = "(-inf, 0]")
        Double logprobFloor)
    implements TokenRatio {

  /** Of all tokens, without a floor. */
  public BytePerplexity() {
    this(false, null);
  }

  @Override
  public Tokens tokens() {
    return new Tokens(masked, logprobFloor);
  }

  @Override
  public Role per() {
    return BYTES;
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
