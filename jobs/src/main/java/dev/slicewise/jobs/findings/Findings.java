package dev.slicewise.jobs.findings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What one or several runs found beside the metrics of an evaluation.
 *
 * @param gates in the files' order
 * @param worst worst slices, worst first
 * @param comparisons models against baselines
 * @param drifts columns against references
 * @param distributions columns beside references
 */
public record Findings(
    List<Gate> gates,
    List<WorstSlice> worst,
    List<Comparison> comparisons,
    List<Drift> drifts,
    List<Distribution> distributions) {
  /** Nothing. */
  public static final Findings NONE =
      new Findings(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Reads what lies in the directories; a file that is missing has no findings. */
  public static Findings read(List<ResultDirectory> directories) {
    return new Findings(
        all(directories, "gates.json", Gate::of),
        all(directories, "worst.json", WorstSlice::of),
        all(directories, "comparison.json", Comparison::of),
        all(directories, "drift.json", Drift::of),
        all(directories, "distributions.json", Distribution::of));
  }

  /** Reads what lies in a directory that a run is writing now. */
  public static Findings written(Path directory, Configuration hadoop) throws IOException {
    return read(List.of(ResultDirectory.unfinished(directory, hadoop)));
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  private static <T> List<T> all(
      List<ResultDirectory> directories, String name, Function<Fields, T> finding) {
    List<T> findings = new ArrayList<>();
    for (ResultDirectory directory : directories) {
      directory.objects(name, fields -> findings.add(finding.apply(fields)));
    }
    return List.copyOf(findings);
  }
}
