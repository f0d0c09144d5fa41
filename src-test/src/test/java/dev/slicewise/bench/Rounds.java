package dev.slicewise.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets alternatives take turns: in every round each runs once, in an order that moves by one from
 * round to round, so that whatever slows the machine down slows all of them. Rounds that warm up
 * are not counted. Answers of every turn are checked, with the clock stopped.
 */
final class Rounds {
  private final Timing.Setting setting;
  private final int warmUps;
  private final int rounds;
  private final LiveHeap heap = new LiveHeap();

  Rounds(Timing.Setting setting, int warmUps, int rounds) {
    this.setting = setting;
    this.warmUps = warmUps;
    this.rounds = rounds;
  }

  /**
   * A table of which the right answers are known.
   *
   * @param rows of the table, each file as often as it is read
   * @param expected answers
   */
  record Known(long rows, Expected expected) {}

  /** Times alternatives on a scenario; the ones that decline are listed with their reason. */
  List<Timing> time(Scenario scenario, List<Alternative> alternatives, Known whole, Known small) {
    Map<Alternative, List<Double>> seconds = new LinkedHashMap<>();
    Map<Alternative, Long> liveHeap = new LinkedHashMap<>();
    List<Timing> timings = new ArrayList<>();
    for (Alternative alternative : alternatives) {
      Known table = alternative.onSmallTable() ? small : whole;
      Optional<String> refusal = alternative.refusal(scenario, table.rows());
      if (refusal.isPresent()) {
        timings.add(
            new Timing(setting, scenario, alternative, table.rows(), List.of(), 0, refusal.get()));
      } else {
        seconds.put(alternative, new ArrayList<>());
      }
    }
    List<Alternative> order = new ArrayList<>(seconds.keySet());
    for (int round = 0; round < warmUps + rounds; round++) {
      for (Alternative alternative : order) {
        Known table = alternative.onSmallTable() ? small : whole;
        heap.since();
        double elapsed = turn(scenario, alternative, table.expected());
        liveHeap.merge(alternative, heap.since(), Math::max);
        if (round >= warmUps) {
          seconds.get(alternative).add(elapsed);
        }
      }
      Collections.rotate(order, 1);
    }
    seconds.forEach(
        (alternative, all) ->
            timings.add(
                new Timing(
                    setting,
                    scenario,
                    alternative,
                    (alternative.onSmallTable() ? small : whole).rows(),
                    all,
                    liveHeap.get(alternative),
                    null)));
    return timings;
  }

  private static double turn(Scenario scenario, Alternative alternative, Expected expected) {
    long start = System.nanoTime();
    Supplier<Answers> answers = alternative.run(scenario);
    double elapsed = (System.nanoTime() - start) * 1e-9;
    expected.check(alternative.id(), answers.get());
    return elapsed;
  }
}
