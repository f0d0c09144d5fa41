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

  /** A row's mask, or null where every token counts. */
  double[] mask(RowView row) {
    return masked ? row.numbers(MASK) : null;
  }

  private static boolean counts(double[] mask, int token) {
    return mask == null || mask[token] != 0;
  }

  /** Whether a token counts and its cost depends on its log-probability. */
  boolean matters(double[] mask, double[] logprobs, int token) {
    return counts(mask, token) && (logprobFloor == null || logprobs[token] >= logprobFloor);
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
    double[] mask = mask(row);
    double sum = 0;
    double lost = 0;
    for (int t = 0; t < logprobs.length; t++) {
      if (counts(mask, t)) {
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
    double[] mask = mask(row);
    int length = row.numbers(TOKEN_LOGPROBS).length;
    int count = 0;
    for (int t = 0; t < length; t++) {
      count += counts(mask, t) ? 1 : 0;
    }
    return count;
  }

  /** Whether a token that counts is below the floor. */
  boolean floored(RowView row) {
    double[] logprobs = row.numbers(TOKEN_LOGPROBS);
    double[] mask = mask(row);
    for (int t = 0; t < logprobs.length; t++) {
      if (counts(mask, t) && !matters(mask, logprobs, t)) {
        return true;
      }
    }
    return false;
  }
}
