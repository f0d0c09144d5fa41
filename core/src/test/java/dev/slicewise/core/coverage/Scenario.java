package dev.slicewise.core.coverage;

import dev.slicewise.core.interval.Interval;
import java.util.SplittableRandom;

/**
 * A question whose answer is known, asked of random rows again and again.
 *
 * @param what the interval is of
 * @param rows how many rows a replication has, in words
 * @param truth the value that the interval should hold
 * @param covers whether it does; those that do not are there to show why something else exists
 * @param draw the interval of one replication
 */
record Scenario(String what, String rows, double truth, boolean covers, Draw draw) {
  /** One replication. */
  @FunctionalInterface
  interface Draw {
    Interval of(SplittableRandom random);
  }

  /**
   * What many replications came to.
   *
   * @param method of the interval
   * @param replications how many there were
   * @param below truths below their interval
   * @param above truths above theirs
   */
  record Outcome(Scenario scenario, String method, int replications, int below, int above) {
    int covered() {
      return replications - below - above;
    }

    double share() {
      return (double) covered() / replications;
    }
  }

  /** Replications with seeds that follow one another. */
  Outcome run(int replications, long firstSeed) {
    int below = 0;
    int above = 0;
    String method = "";
    for (int i = 0; i < replications; i++) {
      Interval interval = draw.of(new SplittableRandom(firstSeed + i));
      below += interval.low() != null && truth < interval.low() ? 1 : 0;
      above += interval.high() != null && truth > interval.high() ? 1 : 0;
      method = interval.method();
    }
    return new Outcome(this, method, replications, below, above);
  }
}
