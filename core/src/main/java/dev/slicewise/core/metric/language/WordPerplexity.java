package dev.slicewise.core.metric.language;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.language.Tokens;

/** Perplexity per word; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "word_perplexity",
    summary = "Perplexity per word of the text; column words holds their number.",
    formula = "exp(Σw·nll / Σw·words), nll = −Σ ln p over the tokens of a row",
    units = "none",
    range = "[1, inf)",
    better = Direction.LOWER,
    edges = {
      "words of 0 in every row: undefined; a negative count: n_domain",
      "a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given",
      "a mask of another length, or with other values than 0 and 1: n_domain"
    },
    exactness = "exact up to the rounding of each row's sum and of the result",
    use =
        "Compares models of different tokenizers on the same text, once words are counted alike. It is"
            + " large, since a word is several tokens.",
    source = "lm-evaluation-harness word_perplexity")
public record WordPerplexity(
    @Parameter(doc = "whether a column mask says which tokens count (1) and which do not (0)")
        boolean masked,
    @Parameter(
            doc = "lower log-probabilities, −Infinity among them, are raised to it",
            range = "(-inf, 0]")
        Double logprobFloor)
    implements TokenRatio {

  /** Of all tokens, without a floor. */
  public WordPerplexity() {
    this(false, null);
  }

  @Override
  public Tokens tokens() {
    return new Tokens(masked, logprobFloor);
  }

  @Override
  public Role per() {
    return WORDS;
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
