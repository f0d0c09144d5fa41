package dev.slicewise.core.metric.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Small integers for the n-grams of a few texts, equal where the n-grams are. An n-gram is the
 * (n−1)-gram it begins with and the token it ends with, so longer ones cost no longer keys.
 */
final class TokenIds {
  private final Map<String, Integer> tokens = new HashMap<>();
  private final Map<Long, Integer> pairs = new HashMap<>();

  /** The ids of a text's tokens. */
  int[] of(String[] text) {
    int[] ids = new int[text.length];
    for (int i = 0; i < ids.length; i++) {
      Integer id = tokens.putIfAbsent(text[i], tokens.size());
      ids[i] = id == null ? tokens.size() - 1 : id;
    }
    return ids;
  }

  /**
   * The ids of a text's n-grams.
   *
   * @param shorter the ids of its (n−1)-grams
   * @param tokens the ids of its tokens
   * @param n at least 2
   */
  int[] longer(int[] shorter, int[] tokens, int n) {
    int[] ids = new int[Math.max(0, tokens.length - n + 1)];
    for (int i = 0; i < ids.length; i++) {
      // Ids of pairs are never those of pairs of another length: each has its own place.
      long key = (long) shorter[i] << 32 | tokens[i + n - 1];
      Integer id = pairs.putIfAbsent(key, pairs.size());
      ids[i] = id == null ? pairs.size() - 1 : id;
    }
    return ids;
  }

  /** Forgets the n-grams, keeping the tokens: before going on to the next n. */
  void nextLength() {
    pairs.clear();
  }
}
