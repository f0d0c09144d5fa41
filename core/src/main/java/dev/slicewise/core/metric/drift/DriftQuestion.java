package dev.slicewise.core.metric.drift;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;
import java.util.Map;

/** One thing that is compared between two slices, with the limit that it is held to. */
public sealed interface DriftQuestion permits ColumnQuestion, MetricQuestion {
  /** Name of the method. */
  String method();

  /** Its parameters in force. */
  Map<String, Object> parameters();

  /** What is compared: a column, or a metric. */
  String subject();

  /** What both slices must remember. */
  List<Statistic<?>> needs();

  /** How many rows of a slice it can use. */
  long usable(StateView side);

  /** The comparison of two slices that have rows. */
  DriftAnswer compare(StateView reference, StateView current);

  /**
   * The answer.
   *
   * @param reference null when the slice has no row there
   * @param current null likewise
   */
  default DriftAnswer ask(StateView reference, StateView current) {
    if (reference != null && current != null) {
      return compare(reference, current);
    }
    String where =
        reference == null && current == null
            ? "on either side"
            : reference == null ? "in the reference: it appeared" : "in this window: it vanished";
    return DriftAnswer.undefined("the slice has no row " + where)
        .counted(reference == null ? 0 : usable(reference), current == null ? 0 : usable(current));
  }

  /** The reason why there is no value. */
  static String reason(MetricValue value) {
    return value instanceof MetricValue.Undefined undefined ? undefined.reason() : "not a number";
  }
}
