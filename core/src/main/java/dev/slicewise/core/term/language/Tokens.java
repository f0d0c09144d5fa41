package dev.slicewise.core.term.language;

import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Shape;

/**
 * How the log-probabilities of a row's tokens are read.
 *
 * @param masked whether a column {@code mask} says which tokens count
 * @param logprobFloor what lower log-probabilities are raised to, −∞ among them; null for none
 */
public record Tokens(boolean masked, Double logprobFloor) {
  /** The natural logarithm of each token's probability. */
  public static final Role TOKEN_LOGPROBS = new Role("token_logprobs", Shape.NUMBERS);

  /** Per token: 1 where it counts, 0 where not, such as in the prompt. */
  public static final Role MASK = new Role("mask", Shape.NUMBERS);

  /** The rows. */
  public Domain domain() {
    Domain domain = masked ? Domain.of(TOKEN_LOGPROBS, MASK) : Domain.of(TOKEN_LOGPROBS);
    if (masked) {
      domain =
          domain
              .where(ArrayCondition.SameLength.of(TOKEN_LOGPROBS, MASK))
              .where(new ArrayCondition.EachBinary(MASK));
    }
    return domain.where(new LogProbabilities(TOKEN_LOGPROBS, logprobFloor != null));
  }

  /** Whether the token at an index counts. */
  boolean counts(RowView row, int token) {
    return !masked || row.numbers(MASK)[token] != 0;
  }

  /** What a token costs: −ln of its probability. */
  double cost(double logprob) {
    double raised = logprobFloor == null ? logprob : Math.max(logprob, logprobFloor);
    // Rounding may leave the logarithm of a certain token a hair above 0.
    return Math.max(0.0, -raised);
  }

  /** −Σ ln p over the tokens that count. */
  double cost(RowView row) {
    double[] logprobs = row.numbers(TOKEN_LOGPROBS);
    double sum = 0;
    double lost = 0;
    for (int t = 0; t < logprobs.length; t++) {
      if (counts(row, t)) {
        // Neumaier's sum: texts have many tokens, and each addition would lose a little.
        double cost = cost(logprobs[t]);
        double next = sum + cost;
        lost += sum >= cost ? (sum - next) + cost : (cost - next) + sum;
        sum = next;
      }
    }
    return sum == Double.POSITIVE_INFINITY ? sum : sum + lost;
  }

  /** How many tokens count. */
  int count(RowView row) {
    int length = row.numbers(TOKEN_LOGPROBS).length;
    int count = 0;
    for (int t = 0; t < length; t++) {
      count += counts(row, t) ? 1 : 0;
    }
    return count;
  }

  /** Whether a token that counts is below the floor. */
  boolean floored(RowView row) {
    double[] logprobs = row.numbers(TOKEN_LOGPROBS);
    for (int t = 0; logprobFloor != null && t < logprobs.length; t++) {
      if (logprobs[t] < logprobFloor && counts(row, t)) {
        return true;
      }
    }
    return false;
  }
}
