package dev.slicewise.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How long an alternative took for a scenario.
 *
 * @param setting under which circumstances
 * @param scenario what was evaluated
 * @param alternative how
 * @param rows that were read
 * @param seconds of every round but the warm-up
 * @param liveHeap most bytes that survived a collection during its turns
 * @param refusal why it was not run; null when it was
 */
record Timing(
    Setting setting,
    Scenario scenario,
    Alternative alternative,
    long rows,
    List<Double> seconds,
    long liveHeap,
    String refusal) {

  /**
   * Circumstances of a timing.
   *
   * @param threads of Spark and of DuckDB
   * @param repeat how often the files are read
   */
  record Setting(int threads, int repeat) {}

  boolean wasRun() {
    return refusal == null;
  }

  /** The median round; of an even number, the slower of the two in the middle. */
  double median() {
    List<Double> sorted = new ArrayList<>(seconds);
    sorted.sort(null);
    return sorted.get(sorted.size() / 2);
  }

  double nanosecondsPerRowAndCore() {
    return median() * 1e9 * setting.threads() / rows;
  }

  /** How many times as long as another, row by row. */
  double ratioTo(Timing other) {
    return nanosecondsPerRowAndCore() / other.nanosecondsPerRowAndCore();
  }
}
