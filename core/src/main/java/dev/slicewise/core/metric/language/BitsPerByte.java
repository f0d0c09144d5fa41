package dev.slicewise.core.metric.language;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.language.Tokens;

/** Cross-entropy per byte in bits; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "bits_per_byte",
    summary = "Cross-entropy per UTF-8 byte of the text in bits; column bytes holds their number.",
    formula = "Σw·nll / (ln 2·Σw·bytes), nll = −Σ ln p over the tokens of a row",
    units = "bits per byte",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "bytes of 0 in every row: undefined; a negative count: n_domain",
      "a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given",
      "a mask of another length, or with other values than 0 and 1: n_domain"
    },
    exactness = "exact up to the rounding of each row's sum and of the result",
    use =
        "Compares models of different tokenizers on the same text. Give the bytes of the text that the"
            + " tokens stand for, with a mask those of the unmasked part.",
    source = "Gao et al. 2020, The Pile")
public record BitsPerByte(
    @Parameter(doc = "whether a column mask says which tokens count (1) and which do not (0)")
        boolean masked,
    @Parameter(
            doc = "lower log-probabilities, −Infinity among them, are raised to it",
            range = "(-inf, 0]")
        Double logprobFloor)
    implements TokenRatio {

  /** Of all tokens, without a floor. */
  public BitsPerByte() {
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
    return nats / LN2;
  }

  @Override
  public double slope(double nats) {
    return 1 / LN2;
  }
}
