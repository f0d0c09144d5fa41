package dev.slicewise.core.metric.text;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Derivation;

/**
 * Per row, what BLEU remembers: for each n the matched n-grams, each clipped to its largest count
 * in a reference, and all n-grams of the hypothesis; then the lengths of the hypothesis and of the
 * closest reference, the shorter of two as close.
 *
 * @param maxOrder the largest n
 */
record BleuCounts(int maxOrder) implements Derivation<int[][]> {
  @Override
  public int[][] of(Admitted rows) {
    String[][] hypotheses = rows.tokens(Texts.HYPOTHESIS);
    String[][][] references = rows.tokenLists(Texts.REFERENCES);
    int[][] counts = new int[rows.size()][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = count(hypotheses[i], references[i]);
    }
    return counts;
  }

  private int[] count(String[] hypothesis, String[][] references) {
    int[] counts = new int[2 * maxOrder + 2];
    TokenIds ids = new TokenIds();
    int[] tokens = ids.of(hypothesis);
    int[][] referenceTokens = new int[references.length][];
    for (int r = 0; r < references.length; r++) {
      referenceTokens[r] = ids.of(references[r]);
    }
    int[] grams = tokens;
    int[][] referenceGrams = referenceTokens.clone();
    for (int n = 1; n <= maxOrder; n++) {
      ids.nextLength();
      grams = n == 1 ? grams : ids.longer(grams, tokens, n);
      int[] most = {};
      for (int r = 0; r < references.length; r++) {
        referenceGrams[r] =
            n == 1 ? referenceGrams[r] : ids.longer(referenceGrams[r], referenceTokens[r], n);
        most = Bag.union(most, Bag.of(referenceGrams[r]));
      }
      counts[n - 1] = Bag.overlap(Bag.of(grams), most);
      counts[maxOrder + n - 1] = grams.length;
    }
    counts[2 * maxOrder] = hypothesis.length;
    counts[2 * maxOrder + 1] = closest(hypothesis.length, references);
    return counts;
  }

  private static int closest(int length, String[][] references) {
    int closest = references[0].length;
    for (String[] reference : references) {
      int off = Math.abs(reference.length - length);
      int least = Math.abs(closest - length);
      if (off < least || off == least && reference.length < closest) {
        closest = reference.length;
      }
    }
    return closest;
  }
}
