package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.ModelComparison;
import dev.slicewise.core.compare.PairedQuestions;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.SliceStates;
import dev.slicewise.core.term.Role;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Models on the same rows: one plan, one scan. */
final class PairedRun {
  private final CompareConfig config;
  private final PairedQuestions questions;

  PairedRun(CompareConfig config) {
    this.config = config;
    try {
      questions = PairedQuestions.of(config.models().keySet(), config.metrics(), config.margins());
    } catch (IllegalArgumentException e) {
      throw JobException.usage(Failures.sentence(e.getMessage()), e);
    }
  }

  /** Reads the rows once. */
  SliceTable evaluate(Dataset<Row> rows) {
    Evaluation evaluation = Evaluation.of(rows);
    config.columns().forEach(evaluation::role);
    evaluation
        .metrics(questions.metrics().toArray(new String[0]))
        .slices(definitions().toArray(new SliceSpec[0]))
        .confidence(config.confidence());
    if (config.weight() != null) {
      evaluation.weight(config.weight());
    }
    if (config.positiveLabel() != null) {
      evaluation.positiveLabel(config.positiveLabel());
    }
    if (config.cluster() != null) {
      return evaluation.cluster(config.cluster()).run();
    }
    if (config.key() != null) {
      evaluation.key(config.key());
    }
    return (config.jackknife() ? evaluation.jackknife() : evaluation).run();
  }

  /** What was asked, and for a series each of it by time. */
  private List<SliceSpec> definitions() {
    Set<SliceSpec> definitions = new LinkedHashSet<>(config.slices());
    if (config.series() != null) {
      config.slices().forEach(spec -> definitions.add(byTime(spec, config.series())));
    }
    return List.copyOf(definitions);
  }

  /** A definition with time as its last dimension. */
  static SliceSpec byTime(SliceSpec spec, Dimension series) {
    List<Dimension> dimensions = new ArrayList<>(spec.dimensions());
    if (dimensions.stream().anyMatch(d -> d.name().equals(series.name()))) {
      return spec;
    }
    dimensions.add(series);
    return new SliceSpec(dimensions);
  }

  /** Every comparison that was asked, and those of the parts of losses. */
  CompareResult result(SliceTable table) {
    List<Line> lines = new ArrayList<>();
    List<Line> ofParts = new ArrayList<>();
    List<Line> windows = new ArrayList<>();
    List<ModelComparison> asked = questions.asked();
    List<ModelComparison> all = new ArrayList<>(asked);
    all.addAll(questions.parts());
    for (Iterator<SliceStates> slices = table.sliceStates(); slices.hasNext(); ) {
      SliceStates slice = slices.next();
      List<Comparison> found = ModelComparison.of(slice.state(), table.finish(), all);
      for (int i = 0; i < all.size(); i++) {
        Line line =
            new Line(
                slice.definition(),
                slice.definition().display(slice.values()),
                config.models().get(all.get(i).model()),
                config.columns().get(Role.BASELINE.name()),
                true,
                found.get(i));
        if (!config.slices().contains(slice.definition())) {
          if (i < asked.size() && asked.get(i).isOfMeans()) {
            windows.add(line);
          }
        } else {
          (i < asked.size() ? lines : ofParts).add(line);
          boolean time = isByTime(slice.definition());
          if (time && i < asked.size() && asked.get(i).isOfMeans()) {
            windows.add(line);
          }
        }
      }
    }
    return new CompareResult(Lines.adjusted(lines, config), ofParts, windows);
  }

  /** A definition that was asked for and is a series itself. */
  private boolean isByTime(SliceSpec spec) {
    int last = spec.dimensions().size() - 1;
    return config.series() != null
        && last >= 0
        && spec.dimensions().get(last).equals(config.series());
  }
}
