package dev.slicewise.core.term;

import java.util.Arrays;

/**
 * One class against one other, for every ordered pair (i, j): the score of class i, on rows whose
 * label is i (1) or j (0). Rows of other labels are no number there. Places of pairs do not depend
 * on how many classes there are: those with a larger one of m begin at m².
 */
public record ClassPair(Domain domain, String classes, boolean labels) implements ClassTerm {
  /** The most classes whose pairs still are at most 1,000. */
  public static final int MOST = 31;

  /** Where the pair (i, j) stands. */
  public static int place(int i, int j) {
    return i > j ? i * i + j : j * j + j + i;
  }

  @Override
  public double[][] of(Admitted rows) {
    int[] label = rows.derived(new ClassLabel(classes));
    double[][] scores = rows.numbers(ClassLabel.ARRAY);
    double[][] pairs = new double[rows.size()][];
    for (int r = 0; r < pairs.length; r++) {
      int count = scores[r].length;
      double[] values = new double[count * count];
      Arrays.fill(values, Double.NaN);
      int own = label[r];
      for (int other = 0; other < count; other++) {
        if (other != own) {
          values[place(own, other)] = labels ? 1.0 : scores[r][own];
          values[place(other, own)] = labels ? 0.0 : scores[r][other];
        }
      }
      pairs[r] = values;
    }
    return pairs;
  }
}
