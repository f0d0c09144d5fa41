package dev.slicewise.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.slicewise.bench.Timing.Turn;
import java.lang.management.ManagementFactory;
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
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

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
    Map<Alternative, List<Turn>> turns = new LinkedHashMap<>();
    List<Timing> refused = new ArrayList<>();
    for (Alternative alternative : alternatives) {
      long rows = of(alternative, whole, small).rows();
      Optional<String> refusal = alternative.refusal(scenario, rows);
      if (refusal.isPresent()) {
        refused.add(new Timing(setting, scenario, alternative, rows, List.of(), refusal.get()));
      } else {
        turns.put(alternative, new ArrayList<>());
      }
    }
    List<Alternative> order = new ArrayList<>(turns.keySet());
    for (int round = 0; round < warmUps + rounds; round++) {
      for (Alternative alternative : order) {
        Turn turn = turn(scenario, alternative, of(alternative, whole, small).expected());
        if (round >= warmUps) {
          turns.get(alternative).add(turn);
        }
      }
      Collections.rotate(order, 1);
    }
    List<Timing> timings = new ArrayList<>();
    turns.forEach(
        (alternative, all) -> {
          long rows = of(alternative, whole, small).rows();
          timings.add(new Timing(setting, scenario, alternative, rows, all, null));
        });
    timings.addAll(refused);
    return timings;
  }

  private static Known of(Alternative alternative, Known whole, Known small) {
    return alternative.onSmallTable() ? small : whole;
  }

  private Turn turn(Scenario scenario, Alternative alternative, Expected expected) {
    heap.since();
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    Supplier<Answers> answers = alternative.run(scenario);
    double seconds = (System.nanoTime() - start) * 1e-9;
    double cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) * 1e-9;
    long liveHeap = heap.since();
    expected.check(alternative.id(), answers.get());
    return new Turn(seconds, cpuSeconds, liveHeap);
  }
}
