package dev.slicewise.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the right answers to a scenario are: some slices in full, and how many there are. */
final class Expected {
  /** A tally takes 64 MB. */
  private static final int TALLIES_AT_ONCE = 4;

  private static final int SLICES_CHECKED = 3;

  /** Spark promises a rank within 1/10,000 of the rows; twice that in case both ends round. */
  private static final String[] AROUND_P99 = {"0.9898", "0.9902"};

  /**
   * What is right for a slice.
   *
   * @param measures by name
   * @param p99Low a number below the 99th percentile by two rows in 10,000
   * @param p99High likewise above
   */
  private record Slice(Map<Measure, Double> measures, double p99Low, double p99High) {}

  /** One of the slices to be tallied: the index of its values among its columns' values. */
  private record Sample(List<SliceColumn> columns, long index, String key) {}

  private final Map<String, Slice> slices = new LinkedHashMap<>();
  private final Scenario scenario;
  private long[] sliceCounts;

  private Expected(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Generates the rows again and counts each so many times. */
  static Expected of(Scenario scenario, long rows, int repeat) {
    Expected expected = new Expected(scenario);
    List<Sample> samples = samples(scenario, rows);
    for (int from = 0; from < samples.size(); from += TALLIES_AT_ONCE) {
      int to = Math.min(samples.size(), from + TALLIES_AT_ONCE);
      expected.tally(samples.subList(from, to), rows, repeat);
    }
    expected.countSlices(rows);
    return expected;
  }

  /** The slices of the first rows, of every definition at least one; and all rows together. */
  private static List<Sample> samples(Scenario scenario, long rows) {
    Map<String, Sample> samples = new LinkedHashMap<>();
    List<List<SliceColumn>> definitions = scenario.definitions();
    long wanted = definitions.size() == 1 ? SLICES_CHECKED : 1;
    BenchRow row = new BenchRow();
    for (int d = 0; d < definitions.size(); d++) {
      List<SliceColumn> columns = definitions.get(d);
      for (long i = 0; i < Math.min(rows, wanted); i++) {
        row.become(i);
        String key = Answers.key(d, values(columns, row));
        samples.putIfAbsent(key, new Sample(columns, index(columns, row), key));
      }
    }
    samples.put(Answers.TOTAL, new Sample(List.of(), 0, Answers.TOTAL));
    return List.copyOf(samples.values());
  }

  /** The values of the slices of the only definition that are checked. */
  static List<List<Object>> firstSlices(Scenario scenario) {
    List<List<Object>> slices = new ArrayList<>();
    BenchRow row = new BenchRow();
    for (long i = 0; i < SLICES_CHECKED; i++) {
      row.become(i);
      slices.add(values(scenario.finest(), row));
    }
    return slices;
  }

  private static List<Object> values(List<SliceColumn> columns, BenchRow row) {
    List<Object> values = new ArrayList<>();
    columns.forEach(column -> values.add(column.value(column.of(row))));
    return values;
  }

  private static long index(List<SliceColumn> columns, BenchRow row) {
    long index = 0;
    for (SliceColumn column : columns) {
      index = index * column.cardinality() + column.of(row);
    }
    return index;
  }

  private void tally(List<Sample> samples, long rows, int repeat) {
    List<Tally> tallies = new ArrayList<>();
    samples.forEach(sample -> tallies.add(new Tally(scenario.weighted(), repeat)));
    BenchRow row = new BenchRow();
    for (long i = 0; i < rows; i++) {
      row.become(i);
      for (int s = 0; s < samples.size(); s++) {
        Sample sample = samples.get(s);
        if (sample.columns.isEmpty() || index(sample.columns, row) == sample.index) {
          tallies.get(s).add(row, scenario.withNulls());
        }
      }
    }
    for (int s = 0; s < samples.size(); s++) {
      Tally tally = tallies.get(s).close();
      slices.put(
          samples.get(s).key,
          new Slice(
              tally.measures(), tally.quantile(AROUND_P99[0]), tally.quantile(AROUND_P99[1])));
    }
  }

  private void countSlices(long rows) {
    List<List<SliceColumn>> definitions = scenario.definitions();
    List<BitSet> seen = new ArrayList<>();
    definitions.forEach(columns -> seen.add(new BitSet()));
    BenchRow row = new BenchRow();
    for (long i = 0; i < rows; i++) {
      row.become(i);
      for (int d = 0; d < seen.size(); d++) {
        seen.get(d).set((int) index(definitions.get(d), row));
      }
    }
    sliceCounts = seen.stream().mapToLong(BitSet::cardinality).toArray();
  }

  /**
   * Holds answers against what is right.
   *
   * @throws AssertionError naming the first answer that is wrong
   */
  void check(String alternative, Answers answers) {
    int finest = sliceCounts.length - 1;
    for (Map.Entry<String, Slice> slice : slices.entrySet()) {
      String key = slice.getKey();
      boolean total = key.equals(Answers.TOTAL);
      boolean covered =
          switch (answers.coverage()) {
            case SLICES -> !total;
            case FINEST -> !total && key.startsWith(finest + ":");
            case TOTAL -> total;
          };
      if (covered) {
        Map<Measure, Answers.Answer> found = answers.slices().get(key);
        expect(found != null, alternative, "slice " + key, "none of this key");
        found.forEach((measure, answer) -> check(alternative, answers, slice, measure, answer));
      }
    }
    long count =
        answers.coverage() == Answers.Coverage.FINEST
            ? sliceCounts[finest]
            : Arrays.stream(sliceCounts).sum();
    expect(
        answers.sliceCount() < 0 || answers.sliceCount() == count,
        alternative,
        count + " slices",
        answers.sliceCount() + "");
  }

  private void check(
      String alternative,
      Answers answers,
      Map.Entry<String, Slice> slice,
      Measure measure,
      Answers.Answer answer) {
    double found = answer.value();
    Double right = slice.getValue().measures.get(measure);
    String what = measure + " of slice " + slice.getKey();
    if (right == null) {
      expect(false, alternative, "no " + what, found + "");
    } else if (measure == Measure.P99 && Double.isInfinite(answer.bound())) {
      // An approximate percentile: any value of a rank that is near enough.
      Slice expected = slice.getValue();
      expect(
          expected.p99Low <= found && found <= expected.p99High,
          alternative,
          what + " in [" + expected.p99Low + ", " + expected.p99High + "]",
          found + "");
    } else {
      double rounding = answers.rounding().relative() * Math.max(Math.abs(right), 1e-3);
      expect(
          Math.abs(found - right) <= answer.bound() * (1 + 1e-9) + rounding,
          alternative,
          what + " to be " + right + " within " + answer.bound() + " and rounding " + rounding,
          found + "");
    }
  }

  private void expect(boolean holds, String alternative, String expected, String found) {
    if (!holds) {
      throw new AssertionError(
          "%s in scenario %s: expected %s, found %s"
              .formatted(alternative, scenario.id(), expected, found));
    }
  }
}
