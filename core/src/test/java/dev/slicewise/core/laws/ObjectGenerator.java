package dev.slicewise.core.laws;

import dev.slicewise.core.term.Role;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Arrays and texts that go together in one table: as many classes or elements in every row, or in
 * most; distributions, scores, relevances, tokens of a small vocabulary.
 */
final class ObjectGenerator {
  private static final String[] WORDS = {"a", "b", "the", "cat", "0", "1", "2", "\u00e9t\u00e9"};
  private static final double[] UNUSABLE = {Double.NaN, Double.NEGATIVE_INFINITY, 2.5, -1.0};

  private static final List<String> SHARES = List.of("label", "prediction");
  private static final String[][] SIDES = {
    {"reference", "current"}, {"current", "reference"}, {"train", "validation"}
  };

  private final SplittableRandom random;
  private final boolean spoiled;
  private final int elements;
  private final boolean distributions;
  private final boolean softLabels;
  private final String[] sides;

  ObjectGenerator(SplittableRandom random, boolean spoiled) {
    this.random = random;
    this.spoiled = spoiled;
    this.elements = random.nextInt(1, 6);
    this.distributions = random.nextInt(3) > 0;
    this.softLabels = distributions && random.nextInt(3) == 0;
    this.sides = SIDES[random.nextInt(SIDES.length)];
  }

  Object[] column(Role role, int count) {
    Object[] column = new Object[count];
    for (int i = 0; i < count; i++) {
      column[i] =
          switch (role.shape()) {
            case NUMBER -> throw new IllegalArgumentException(role + " is a number");
            case NUMBERS -> numbers(role);
            case TEXT -> word(role);
            case TEXTS -> words(random.nextInt(0, 7));
            case TEXT_LISTS -> lists();
          };
    }
    return column;
  }

  private double[] numbers(Role role) {
    int length = elements + (random.nextInt(40) == 0 ? 1 : 0);
    double[] values = new double[length];
    double sum = 0;
    for (int k = 0; k < length; k++) {
      values[k] = number(role);
      sum += values[k];
    }
    boolean normalised = role.name().equals("label") ? softLabels : distributions;
    if (normalised && SHARES.contains(role.name()) && sum > 0) {
      for (int k = 0; k < length; k++) {
        values[k] /= sum;
      }
    }
    if (spoiled && random.nextInt(12) == 0) {
      values[random.nextInt(length)] = UNUSABLE[random.nextInt(UNUSABLE.length)];
    }
    return values;
  }

  private double number(Role role) {
    return switch (role.name()) {
      case "grad_norms", "loss_ratios" -> Math.abs(gaussian());
      case "label", "mask" -> random.nextInt(distributions ? 2 : 4) % 4;
      case "prediction" -> random.nextInt(8) / 8.0;
      case "anchor", "positive", "negative", "negatives", "left", "right", "similarities" ->
          (random.nextInt(25) == 0 ? Numbers.EXTREME : Numbers.BELL).draw(random);
      default -> role.name().contains("logprob") ? -random.nextDouble() * 5 : gaussian();
    };
  }

  private double gaussian() {
    return Numbers.BELL.draw(random);
  }

  private String word(Role role) {
    if (role.name().equals("split")) {
      return random.nextInt(30) == 0 ? "other" : random.nextBoolean() ? sides[0] : sides[1];
    }
    return WORDS[random.nextInt(WORDS.length)];
  }

  private String[] words(int count) {
    String[] words = new String[count];
    for (int k = 0; k < count; k++) {
      words[k] = WORDS[random.nextInt(WORDS.length)];
    }
    return words;
  }

  private String[][] lists() {
    String[][] lists = new String[random.nextInt(1, 4)][];
    for (int k = 0; k < lists.length; k++) {
      lists[k] = words(random.nextInt(0, 7));
    }
    return lists;
  }
}
