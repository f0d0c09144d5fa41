package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.DieboldMariano;
import dev.slicewise.core.slice.SliceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code series.json}: Diebold's and Mariano's test over the windows of every slice. */
final class Series {
  private final List<Line> windows;
  private final int horizon;

  Series(List<Line> windows, int horizon) {
    this.windows = windows;
    this.horizon = horizon;
  }

  /** One slice, metric and model over time. */
  private record Key(SliceSpec spec, List<Object> values, String model, String metric) {}

  List<Map<String, Object>> objects() {
    Map<Key, List<Line>> series = new LinkedHashMap<>();
    for (Line line : windows) {
      int last = line.values().size() - 1;
      // Rows without a time belong to no window.
      if (line.values().get(last) != null) {
        SliceSpec spec = new SliceSpec(line.spec().dimensions().subList(0, last));
        Key key =
            new Key(
                spec,
                line.values().subList(0, last),
                line.model(),
                line.comparison().metric().text());
        series.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
      }
    }
    List<Map<String, Object>> objects = new ArrayList<>();
    series.forEach((key, lines) -> objects.add(object(key, lines)));
    return objects;
  }

  private Map<String, Object> object(Key key, List<Line> lines) {
    List<Line> usable =
        lines.stream()
            .filter(line -> line.comparison().difference() != null)
            .filter(line -> Double.isFinite(line.comparison().difference()))
            .toList();
    double[] differences =
        usable.stream().mapToDouble(line -> line.comparison().difference()).toArray();
    Optional<DieboldMariano> test = DieboldMariano.of(differences, horizon);
    Line any = lines.get(0);
    Map<String, Object> object = new LinkedHashMap<>(Line.slice(key.spec(), key.values()));
    object.put("metric", any.comparison().metric().id());
    object.put("params", any.comparison().metric().parameters());
    object.put("model", any.model());
    object.put("baseline", any.baseline());
    object.put("windows", differences.length);
    object.put("windows_without_value", lines.size() - differences.length);
    object.put("first_window", usable.isEmpty() ? null : time(usable.get(0)));
    object.put("last_window", usable.isEmpty() ? null : time(usable.get(usable.size() - 1)));
    object.put("horizon", horizon);
    object.put("mean_delta", test.map(DieboldMariano::meanDifference).orElse(null));
    object.put("statistic", test.map(DieboldMariano::statistic).orElse(null));
    object.put("p_value", test.map(DieboldMariano::pValue).orElse(null));
    object.put("test", "diebold-mariano");
    object.put("reason", test.isPresent() ? null : reason(differences.length));
    return object;
  }

  private String reason(int count) {
    return count < 2 || horizon >= count
        ? "too few windows for a horizon of " + horizon
        : "the variance over " + horizon + " windows ahead is not positive";
  }

  private static Object time(Line line) {
    return line.values().get(line.values().size() - 1);
  }
}
