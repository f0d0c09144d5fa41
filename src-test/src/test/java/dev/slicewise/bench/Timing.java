package dev.slicewise.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long an alternative took for a scenario.
 *
 * @param setting under which circumstances
 * @param scenario what was evaluated
 * @param alternative how
 * @param rows that were read
 * @param turns one for every round that counts
 * @param refusal why it was not run; null when it was
 */
record Timing(
    Setting setting,
    Scenario scenario,
    Alternative alternative,
    long rows,
    List<Turn> turns,
    String refusal) {

  /**
   * Circumstances of a timing.
   *
   * @param threads of Spark and of DuckDB
   * @param repeat how often the files are read
   */
  record Setting(int threads, int repeat) {}

  /**
   * One turn.
   *
   * @param seconds by the clock
   * @param cpuSeconds of all threads of this process, compilers and collectors included
   * @param liveHeap most bytes that survived a garbage collection
   */
  record Turn(double seconds, double cpuSeconds, long liveHeap) {}

  boolean wasRun() {
    return refusal == null;
  }

  /** The median round by the clock. */
  double seconds() {
    return median(Turn::seconds);
  }

  /** The median round by the processors' time, which neighbours on the machine matter less to. */
  double cpuSeconds() {
    return median(Turn::cpuSeconds);
  }

  /** Of an even number, the slower of the two in the middle. */
  private double median(ToDoubleFunction<Turn> measure) {
    double[] sorted = turns.stream().mapToDouble(measure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** The most that any round left alive. */
  long liveHeap() {
    return turns.stream().mapToLong(Turn::liveHeap).max().orElse(0);
  }

  double nanosecondsPerRowAndCore() {
    return seconds() * 1e9 * setting.threads() / rows;
  }

  /** How many times as long as another, row by row. */
  double ratioTo(Timing other) {
    return nanosecondsPerRowAndCore() / other.nanosecondsPerRowAndCore();
  }
}
