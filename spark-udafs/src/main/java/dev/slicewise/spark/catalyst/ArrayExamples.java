package dev.slicewise.spark.catalyst;

import dev.slicewise.core.term.Role;
import java.util.List;
import java.util.Map;

/** Arrays and texts for the tables of {@link Examples}, and what they are for readers. */
final class ArrayExamples {
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("label", "an array: the label of each item, class or element"),
          Map.entry("prediction", "an array: the score or probability of each"),
          Map.entry("anchor", "an embedding, an array"),
          Map.entry("positive", "the embedding of what should be near the anchor"),
          Map.entry("negative", "the embedding of what should be far from the anchor"),
          Map.entry("negatives", "several embeddings, end to end in one array"),
          Map.entry("left", "the embedding of one of a pair"),
          Map.entry("right", "the embedding of the other of a pair"),
          Map.entry("image", "the embedding of the image"),
          Map.entry("text", "the embedding of the text"),
          Map.entry("similarities", "an array: the similarity of each candidate"),
          Map.entry("token_logprobs", "an array: ln of the probability of each token"),
          Map.entry("mask", "an array: 1 for tokens that count, 0 for others"),
          Map.entry("hypothesis", "what a model wrote: an array of tokens, or text"),
          Map.entry("reference", "what it should have written: tokens, text, or several of them"));

  /** Label arrays are lists of 0 and 1 and distributions; predictions are distributions. */
  private static final Map<String, List<String>> NUMBERS =
      Map.ofEntries(
          Map.entry("label", vectors("0, 1, 0", "1, 0, 0", "0, 0, 1")),
          Map.entry("prediction", vectors("0.2, 0.7, 0.1", "0.3, 0.6, 0.1", "0.25, 0.25, 0.5")),
          Map.entry("token_logprobs", vectors("-0.1, -2.3, -0.7", "-1.2, -0.05", "-3.0, -0.4")),
          Map.entry("mask", vectors("0, 1, 1", "1, 1", "0, 1")),
          Map.entry("negatives", vectors("0, 1, 1, 1, 0, 0", "1, 1, 1", "0, 2, 1, 2, 0, 1")));

  /** Any vectors of one length for the other roles, by the place of the role's name. */
  private static final List<String> LEFT = vectors("1, 0, 2", "0.5, 1, 0", "2, 1, 1");

  private static final List<String> RIGHT = vectors("1.5, 0.5, 2", "0, 1, 1", "1, 1, 0");

  private static final List<String> TEXTS =
      List.of(
          "'the cat sat on the mat'",
          "'a dog barked'",
          "'it is raining hard today'",
          "'yes'",
          "'no'",
          "'one two three'");

  private static final List<String> REFERENCES =
      List.of(
          "'the cat sat on a mat'",
          "'the dog barked'",
          "'it is raining hard today'",
          "'yes'",
          "'yes'",
          "'one two four'");

  private ArrayExamples() {}

  static String meaning(Role role) {
    return MEANINGS.getOrDefault(role.name(), "the column in this role");
  }

  /** One value a row; null where a role of text or of its own is not known. */
  static List<String> column(Role role) {
    boolean first = List.of("anchor", "left", "image", "similarities").contains(role.name());
    return switch (role.shape()) {
      case NUMBER -> throw new IllegalArgumentException("a number: " + role);
      case NUMBERS ->
          NUMBERS.getOrDefault(
              role.name(), MEANINGS.containsKey(role.name()) ? first ? LEFT : RIGHT : null);
      case TEXT, TEXTS, TEXT_LISTS ->
          switch (role.name()) {
            case "hypothesis" -> TEXTS;
            case "reference" -> REFERENCES;
            default -> null;
          };
    };
  }

  /** Three arrays, twice: a table has six rows. */
  private static List<String> vectors(String a, String b, String c) {
    List<String> three = List.of("array(" + a + ")", "array(" + b + ")", "array(" + c + ")");
    return List.of(
        three.get(0), three.get(1), three.get(2), three.get(0), three.get(1), three.get(2));
  }
}
