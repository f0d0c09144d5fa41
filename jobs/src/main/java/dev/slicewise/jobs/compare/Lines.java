package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.ComparisonCells;
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
    List<Comparison> found =
        ManySlices.adjusted(
            lines.stream().map(Line::comparison).toList(),
            lines.stream().map(Line::model).toList(),
            config.minRows(),
            config.confidence());
    List<Line> adjusted = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      adjusted.add(lines.get(i).with(found.get(i)));
    }
    return adjusted;
  }

  /** How many comparisons came to each verdict. */
  static Map<String, Object> counts(List<Line> lines) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      long count = lines.stream().filter(l -> l.comparison().verdict() == verdict).count();
      counts.put(ComparisonCells.word(verdict), count);
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
    return verdicts.size() == 1 ? ComparisonCells.word(verdicts.get(0)) : "inconclusive";
  }
}
