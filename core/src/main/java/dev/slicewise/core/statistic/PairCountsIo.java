package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.term.ClassNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The bytes of a confusion map: classes in order, then pairs by their places in that order. */
final class PairCountsIo {
  private static final int LONGEST_NAME_BYTES = 4 * ClassNames.LONGEST;

  private PairCountsIo() {}

  static void write(PairCounts counts, StateWriter out) {
    List<String> sorted = new ArrayList<>(counts.names);
    sorted.sort(null);
    out.octet(counts.level);
    writeMass(counts, out, counts.totals, 0);
    writeMass(counts, out, counts.totals, counts.weighted ? 2 : 1);
    out.unsigned(sorted.size());
    sorted.forEach(out::text);
    TreeMap<String, Integer> places = new TreeMap<>();
    for (String name : sorted) {
      places.put(name, places.size());
    }
    TreeMap<Long, long[]> ordered = new TreeMap<>();
    counts.pairs.forEach(
        (key, cell) -> {
          long first = places.get(counts.names.get((int) (key >>> 32)));
          long second = places.get(counts.names.get((int) (long) key));
          ordered.put(first * sorted.size() + second, cell);
        });
    out.unsigned(ordered.size());
    long next = 0;
    for (var pair : ordered.entrySet()) {
      out.unsigned(pair.getKey() - next);
      writeMass(counts, out, pair.getValue(), 0);
      next = pair.getKey() + 1;
    }
  }

  private static void writeMass(PairCounts counts, StateWriter out, long[] cells, int at) {
    if (counts.weighted) {
      FixedPoint.write(out, cells, at);
    } else {
      out.unsigned(cells[at]);
    }
  }

  static PairCounts read(StateReader in, CategoryPairs statistic, boolean weighted) {
    PairCounts counts = new PairCounts(statistic, weighted);
    counts.level = in.octet();
    readMass(in, counts.totals, 0, weighted);
    readMass(in, counts.totals, weighted ? 2 : 1, weighted);
    int classes = in.count(statistic.maxClasses(), 1, "classes");
    String last = null;
    for (int i = 0; i < classes; i++) {
      String name = in.text(LONGEST_NAME_BYTES, "a class");
      if ((last != null && name.compareTo(last) <= 0)
          || name.length() > ClassNames.LONGEST
          || PairCounts.levelOf(name) < counts.level) {
        throw refused("its classes are not in order");
      }
      counts.ensure(name);
      last = name;
    }
    readPairs(in, counts, classes);
    return counts;
  }

  private static void readPairs(StateReader in, PairCounts counts, int classes) {
    int limit = classes * classes;
    int pairs = in.count(limit, 2, "pairs of classes");
    Set<Integer> seen = new HashSet<>();
    Dyadic all = Dyadic.ZERO;
    Dyadic agreeing = Dyadic.ZERO;
    int next = 0;
    for (int i = 0; i < pairs; i++) {
      int at = next + in.count(limit - 1 - next, 0, "skipped pairs of classes");
      long[] cell = counts.cell(at / classes, at % classes);
      readMass(in, cell, 0, counts.weighted);
      BinIo.expectRows(cell, 0, cell.length, counts.weighted);
      seen.add(at / classes);
      seen.add(at % classes);
      Dyadic mass =
          counts.weighted
              ? new Dyadic(FixedPoint.toBigInteger(cell, 0), -FixedPoint.FRACTION_BITS)
              : Dyadic.of(cell[0]);
      all = all.plus(mass);
      agreeing = at / classes == at % classes ? agreeing.plus(mass) : agreeing;
      next = at + 1;
    }
    Dyadic left = counts.total().minus(all);
    Dyadic leftAgreeing = counts.agreeing().minus(agreeing);
    boolean complete = left.signum() == 0 && leftAgreeing.signum() == 0 && seen.size() == classes;
    boolean partial = leftAgreeing.signum() >= 0 && left.compareTo(leftAgreeing) >= 0;
    if (counts.level == 0 ? !complete : !partial) {
      throw refused("its pairs do not add up to its total");
    }
  }

  private static void readMass(StateReader in, long[] cells, int at, boolean weighted) {
    if (weighted) {
      FixedPoint.readNonNegative(in, cells, at);
    } else {
      cells[at] = in.unsigned();
    }
  }

  private static StateFormatException refused(String why) {
    return new StateFormatException("confusion map is not in canonical form: " + why);
  }
}
