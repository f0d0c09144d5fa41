package dev.slicewise.spark.slice;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes a report of slices. The application implements it and is found as a service, so that SQL
 * can ask for a report that this binding knows nothing about.
 */
public interface StatesReport {
  /**
   * What is reported.
   *
   * @param title its heading
   * @param facts short phrases that say what was evaluated
   * @param definitions the slice definitions; the key of a result holds its position here
   * @param metrics in the order of the results
   * @param finish how states became results
   * @param slices the results from the start, in order; may be asked for more than once
   * @param plan what was evaluated, for the record
   */
  record Content(
      String title,
      List<String> facts,
      List<SliceSpec> definitions,
      List<NamedMetric> metrics,
      Finish finish,
      Supplier<Iterator<SliceResult>> slices,
      Map<String, Object> plan) {}

  /** Writes it as HTML; the writer stays open. */
  void write(Writer out, Content content) throws IOException;
}
