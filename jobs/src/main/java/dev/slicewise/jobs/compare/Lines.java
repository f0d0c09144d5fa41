package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.ManySlices;
import dev.slicewise.core.compare.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All comparisons of a run, slice by slice in the order of the table. */
final class Lines {
  private Lines() {}

  /** The same with p-values adjusted over the slices, for every metric and model by itself. */
  static List<Line> adjusted(List<Line> lines, CompareConfig config) {
    Map<List<Object>, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      families
          .computeIfAbsent(
              List.of(line.model(), line.comparison().metric().text()), key -> new ArrayList<>())
          .add(i);
    }
    List<Line> adjusted = new ArrayList<>(lines);
    for (List<Integer> family : families.values()) {
      List<Comparison> comparisons = new ArrayList<>();
      family.forEach(i -> comparisons.add(lines.get(i).comparison()));
      List<Comparison> found =
          ManySlices.adjusted(comparisons, config.minRows(), config.confidence());
      for (int f = 0; f < found.size(); f++) {
        adjusted.set(family.get(f), lines.get(family.get(f)).with(found.get(f)));
      }
    }
    return adjusted;
  }

  /** How many comparisons came to each verdict. */
  static Map<String, Object> counts(List<Line> lines) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      long count = lines.stream().filter(l -> l.comparison().verdict() == verdict).count();
      counts.put(Line.word(verdict), count);
    }
    return counts;
  }

  /** One word for a run: what its comparisons of all rows agree on, or mixed. */
  static String verdict(List<Line> lines) {
    List<Verdict> verdicts =
        lines.stream()
            .filter(line -> line.spec().dimensions().isEmpty())
            .map(line -> line.comparison().verdict())
            .filter(verdict -> verdict != Verdict.UNDEFINED)
            .distinct()
            .toList();
    boolean better = verdicts.contains(Verdict.BETTER);
    boolean worse = verdicts.contains(Verdict.WORSE);
    if (better || worse) {
      return better && worse ? "mixed" : better ? "better" : "worse";
    }
    return verdicts.size() == 1 ? Line.word(verdicts.get(0)) : "inconclusive";
  }
}
