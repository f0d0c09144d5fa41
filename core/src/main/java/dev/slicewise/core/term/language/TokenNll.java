package dev.slicewise.core.term.language;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Term;
import java.util.List;
import java.util.Optional;

/** Next-token cross-entropy; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "token_nll",
    aliases = {"next_token_cross_entropy"},
    summary = "Next-token cross-entropy: negative log-likelihood per token of a text.",
    formula = "row: −Σ ln p(token); mean: Σw·(row) / Σw·tokens; columns token_logprobs, mask",
    gradient = "by ln p: −1 for each token that counts",
    hessian = "0",
    units = "nats per token",
    noiseModel = "categorical: the next token given those before it",
    elicits = "the distribution of the next token",
    cost = "as log loss of each token",
    trap =
        "the mean is over tokens, not over texts, and tokens differ between tokenizers: compare"
            + " models of different tokenizers by bits_per_byte",
    edges = {
      "no token that counts in any row: undefined",
      "a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given",
      "a mask of another length, or with other values than 0 and 1: n_domain",
      "the first token's missing log-probability is NULL in some libraries' output: n_null; write"
          + " 0 there and mask it"
    },
    source = "language modelling; supervised fine-tuning with the prompt masked out")
public record TokenNll(
    @Parameter(doc = "whether a column mask says which tokens count (1) and which do not (0)")
        boolean masked,
    @Parameter(
            doc = "lower log-probabilities, −Infinity among them, are raised to it and counted",
            range = "(-inf, 0]")
        Double logprobFloor)
    implements ArrayLoss {

  /** Of all tokens, without a floor. */
  public TokenNll() {
    this(false, null);
  }

  private Tokens tokens() {
    return new Tokens(masked, logprobFloor);
  }

  @Override
  public Domain domain() {
    return tokens().domain();
  }

  @Override
  public Role variable() {
    return Tokens.TOKEN_LOGPROBS;
  }

  @Override
  public Optional<Term> divisor() {
    return Optional.of(new TokenTerm(domain(), tokens(), TokenTerm.Part.COUNT));
  }

  /** The sum is shared with perplexity and what else is made of it. */
  @Override
  public List<Part> parts() {
    return List.of(new Part(1.0, new TokenTerm(domain(), tokens(), TokenTerm.Part.COST), false));
  }

  @Override
  public Optional<Term> clipped() {
    return logprobFloor == null
        ? Optional.empty()
        : Optional.of(new TokenTerm(domain(), tokens(), TokenTerm.Part.FLOORED));
  }

  @Override
  public double value(RowView row) {
    return tokens().cost(row);
  }

  @Override
  public double[] gradient(RowView row) {
    double[] logprobs = row.numbers(Tokens.TOKEN_LOGPROBS);
    double[] mask = tokens().mask(row);
    double[] gradient = new double[logprobs.length];
    for (int t = 0; t < gradient.length; t++) {
      gradient[t] = tokens().matters(mask, logprobs, t) ? -1 : 0;
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    return new double[row.numbers(Tokens.TOKEN_LOGPROBS).length];
  }
}
