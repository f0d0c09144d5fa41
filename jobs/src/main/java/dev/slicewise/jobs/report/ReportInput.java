package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a report is made from.
 *
 * @param title its heading
 * @param facts short phrases that say what was evaluated: the input, the model's columns
 * @param slices the results from the start, sorted by definition, then values; asked for at most
 *     twice
 * @param definitions the slice definitions; a {@link SliceResult}'s key holds its index here
 * @param metrics in suite order; the first one whose good values are known leads the report
 * @param confidence of the intervals, in (0, 1); 0 for none
 * @param run what happened, for the record: configuration, conventions, fingerprint, versions;
 *     values are maps, lists, text, numbers, booleans or null, and appear in the map's order
 */
public record ReportInput(
    String title,
    List<String> facts,
    Supplier<Iterator<SliceResult>> slices,
    List<SliceSpec> definitions,
    List<NamedMetric> metrics,
    double confidence,
    Map<String, Object> run) {
  /** Freezes the lists and the map. */
  public ReportInput {
    facts = List.copyOf(facts);
    definitions = List.copyOf(definitions);
    metrics = List.copyOf(metrics);
    run = Collections.unmodifiableMap(new LinkedHashMap<>(run));
  }
}
