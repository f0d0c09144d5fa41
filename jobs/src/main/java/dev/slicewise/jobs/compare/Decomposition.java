package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.LossReading;
import dev.slicewise.core.compare.MixAndRate;
import dev.slicewise.core.compare.MixAndRate.Side;
import dev.slicewise.core.slice.SliceSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code decomposition.json}: why metrics differ, by slices and by what a loss consists of. */
final class Decomposition {
  private static final String DECISIONS = "accuracy";

  private final CompareResult result;

  Decomposition(CompareResult result) {
    this.result = result;
  }

  /** Comparisons of one definition, metric and model. */
  private record Family(SliceSpec spec, String model, String metric) {}

  private Map<Family, List<Line>> families() {
    Map<Family, List<Line>> families = new LinkedHashMap<>();
    for (Line line : result.lines()) {
      families.computeIfAbsent(family(line, line.spec()), key -> new ArrayList<>()).add(line);
    }
    return families;
  }

  private static Family family(Line line, SliceSpec spec) {
    return new Family(spec, line.model(), line.comparison().metric().text());
  }

  /** What each slice contributes to the difference of all rows. */
  List<Map<String, Object>> mixAndRate() {
    List<Map<String, Object>> objects = new ArrayList<>();
    Map<Family, List<Line>> families = families();
    for (List<Line> lines : families.values()) {
      Line any = lines.get(0);
      List<Line> whole = families.get(family(any, SliceSpec.ALL));
      if (!any.spec().dimensions().isEmpty() && whole != null) {
        split(lines, whole.get(0)).ifPresent(objects::add);
      }
    }
    return objects;
  }

  private static Optional<Map<String, Object>> split(List<Line> lines, Line whole) {
    Comparison all = whole.comparison();
    if (all.difference() == null) {
      return Optional.empty();
    }
    List<Side> before = new ArrayList<>();
    List<Side> after = new ArrayList<>();
    for (Line line : lines) {
      Comparison c = line.comparison();
      before.add(new Side(c.baselineWeight(), c.baseline()));
      after.add(new Side(c.weight(), c.value()));
    }
    return MixAndRate.of(before, after, all.baseline(), all.value())
        .map(found -> object(found, lines));
  }

  private static Map<String, Object> object(MixAndRate found, List<Line> lines) {
    Line any = lines.get(0);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("slices", any.spec().names());
    object.put("metric", any.comparison().metric().id());
    object.put("params", any.comparison().metric().parameters());
    object.put("model", any.model());
    object.put("baseline", any.baseline());
    object.put("baseline_value", found.before());
    object.put("value", found.after());
    object.put("mix", found.mix());
    object.put("rate", found.rate());
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      MixAndRate.Slice slice = found.slices().get(i);
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("slice", Line.slice(any.spec(), lines.get(i).values()).get("slice"));
      part.put("baseline_share", slice.before());
      part.put("share", slice.after());
      part.put("baseline_value", lines.get(i).comparison().baseline());
      part.put("value", lines.get(i).comparison().value());
      part.put("mix", slice.mix());
      part.put("rate", slice.rate());
      parts.add(part);
    }
    object.put("parts", parts);
    return object;
  }

  /** Whether losses moved by calibration or by discrimination. */
  List<Map<String, Object>> losses() {
    List<Map<String, Object>> objects = new ArrayList<>();
    List<Line> parts = result.parts();
    Map<Slice, Comparison> decisions = decisions();
    for (int i = 0; i + 2 < parts.size(); i += 3) {
      Line loss = parts.get(i);
      LossReading.of(
              loss.comparison(),
              parts.get(i + 1).comparison(),
              parts.get(i + 2).comparison(),
              decisions.get(Slice.of(loss)))
          .ifPresent(reading -> objects.add(object(loss, reading)));
    }
    return objects;
  }

  /** One slice of one model. */
  private record Slice(SliceSpec spec, List<Object> values, String model) {
    static Slice of(Line line) {
      return new Slice(line.spec(), line.values(), line.model());
    }
  }

  /** What decisions come to, by slice. */
  private Map<Slice, Comparison> decisions() {
    Map<Slice, Comparison> decisions = new HashMap<>();
    for (Line line : result.lines()) {
      if (line.comparison().metric().id().equals(DECISIONS)) {
        decisions.putIfAbsent(Slice.of(line), line.comparison());
      }
    }
    return decisions;
  }

  private static Map<String, Object> object(Line loss, LossReading reading) {
    Map<String, Object> object = loss.subject();
    object.put("delta", reading.loss());
    object.put("calibration", reading.calibration());
    object.put("discrimination", reading.discrimination());
    object.put("reading", reading.reading());
    return object;
  }
}
