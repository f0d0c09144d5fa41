package dev.slicewise.core.metric.reference;

import java.util.List;

/**
 * A chapter of the catalogue, named after the folder that holds its metrics, in reading order:
 * losses, the usual families, others by name, and last what users' own jars add.
 *
 * @param title what readers see
 */
public record Family(String title) implements Comparable<Family> {
  private static final String CORE = "dev.slicewise.core.";
  private static final String LOSSES = "losses";
  private static final String OWN = "in jars of your own";

  /** Folders whose titles say more than their names. */
  private static final List<List<String>> TITLES =
      List.of(
          List.of("binary", "binary classification"),
          List.of("threshold", "ranking of scores, thresholds and curves"),
          List.of("comparison", "comparison of models"),
          List.of("feature", "features and columns"));

  private static final List<String> ORDER =
      List.of(
          LOSSES,
          "regression",
          "binary classification",
          "ranking of scores, thresholds and curves",
          "calibration");

  static Family of(String packageName) {
    if (!packageName.startsWith(CORE)) {
      return new Family(OWN);
    }
    if (packageName.startsWith(CORE + "term")) {
      return new Family(LOSSES);
    }
    String folder = packageName.substring(packageName.lastIndexOf('.') + 1);
    return TITLES.stream()
        .filter(title -> title.get(0).equals(folder))
        .map(title -> new Family(title.get(1)))
        .findFirst()
        .orElse(new Family(folder));
  }

  private int rank() {
    int usual = ORDER.indexOf(title);
    return usual >= 0 ? usual : title.equals(OWN) ? ORDER.size() + 1 : ORDER.size();
  }

  @Override
  public int compareTo(Family other) {
    int byRank = Integer.compare(rank(), other.rank());
    return byRank != 0 ? byRank : title.compareTo(other.title);
  }

  @Override
  public String toString() {
    return title;
  }
}
