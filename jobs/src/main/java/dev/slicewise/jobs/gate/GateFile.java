package dev.slicewise.jobs.gate;

import dev.slicewise.core.gate.Requirement;
import dev.slicewise.core.gate.Requirement.Kind;
import dev.slicewise.core.gate.Requirement.Side;
import dev.slicewise.core.gate.Verdict;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the list {@code gates} of a configuration. */
public final class GateFile {
  private static final List<String> VERDICTS = List.of("pass", "fail", "inconclusive");
  private static final String REFERENCE = "reference";

  /** Below this the tails of intervals, which false-discovery control needs, are a guess. */
  private static final long FEWEST_ROWS = 30;

  private final List<NamedMetric> suite;
  private final Profile profile;

  private GateFile(List<NamedMetric> suite, Profile profile) {
    this.suite = suite;
    this.profile = profile;
  }

  /**
   * The gates of a file; none without the key.
   *
   * @param suite the metrics of the run, which a gate may name by their ids alone
   */
  public static List<Gate> read(YamlNode file, List<NamedMetric> suite, Profile profile) {
    List<YamlNode> nodes = file.nodes("gates");
    List<Gate> gates = new ArrayList<>();
    if (nodes != null) {
      GateFile reader = new GateFile(suite, profile);
      Set<String> names = new HashSet<>();
      for (YamlNode node : nodes) {
        for (Gate gate : reader.gates(node)) {
          if (!names.add(gate.name())) {
            throw JobException.usage(
                "expected gates of different names, found two called '"
                    + gate.name()
                    + "', the second "
                    + node.where()
                    + ".");
          }
          gates.add(gate);
        }
      }
    }
    return gates;
  }

  private List<Gate> gates(YamlNode node) {
    String name = node.text("name");
    NamedMetric metric = metric(node);
    SliceSpec slices = slices(node);
    Long minRows = node.count("min_rows");
    Verdict ifUndefined = verdict(node, "if_undefined");
    Verdict ifInconclusive = verdict(node, "if_inconclusive");
    Map<String, Requirement> requirements = requirements(node);
    node.refuseOthers();
    if (minRows != null && minRows < 1) {
      throw JobException.usage(
          "expected min_rows of at least 1 " + node.where() + ", found " + minRows + ".");
    }
    if (name != null && name.isBlank()) {
      throw JobException.usage("expected a name " + node.where() + ", found nothing.");
    }
    long fewest = minRows != null ? minRows : slices.dimensions().isEmpty() ? 1 : FEWEST_ROWS;
    List<Gate> gates = new ArrayList<>();
    for (Requirement requirement : requirements.values()) {
      String own = requirements.size() == 1 ? name : name + " (" + requirement.text() + ")";
      String called = name == null ? Gate.nameOf(metric, slices, requirement) : own;
      gates.add(new Gate(called, metric, slices, requirement, fewest, ifUndefined, ifInconclusive));
    }
    return gates;
  }

  private NamedMetric metric(YamlNode node) {
    String said = node.text("metric");
    if (said == null) {
      throw JobException.usage(
          "expected a metric " + node.where() + ", such as metric: mae, found none.");
    }
    NamedMetric metric;
    try {
      metric = MetricCatalog.standard().parse(said, profile);
    } catch (IllegalArgumentException e) {
      throw JobException.usage(
          "metric " + node.where() + ": " + Failures.sentence(e.getMessage()), e);
    }
    boolean curve =
        MetricCatalog.standard()
            .entry(metric.id())
            .metricInfo()
            .map(MetricInfo::curve)
            .orElse(false);
    if (curve) {
      throw JobException.usage(
          "expected a metric that is a number "
              + node.where()
              + ", found "
              + metric.id()
              + ", which is a curve.");
    }
    // By its id alone a metric of the suite is meant, with the parameters that it has there.
    List<NamedMetric> sameId =
        suite.stream().filter(known -> known.id().equals(metric.id())).toList();
    boolean bare = !said.contains("(") && sameId.stream().noneMatch(metric::equals);
    if (bare && sameId.size() > 1) {
      throw JobException.usage(
          "expected one of "
              + String.join(", ", sameId.stream().map(NamedMetric::text).toList())
              + " "
              + node.where()
              + ", found '"
              + said
              + "', which may mean any of them.");
    }
    return bare && sameId.size() == 1 ? sameId.get(0) : metric;
  }

  private static SliceSpec slices(YamlNode node) {
    String said = node.text("slices");
    try {
      return said == null ? SliceSpec.ALL : SliceSpec.parse(said);
    } catch (IllegalArgumentException e) {
      throw JobException.usage(
          "slices " + node.where() + ": " + Failures.sentence(e.getMessage()), e);
    }
  }

  private static Verdict verdict(YamlNode node, String key) {
    String said = node.text(key);
    if (said == null) {
      return Verdict.INCONCLUSIVE;
    }
    if (!VERDICTS.contains(said.toLowerCase(Locale.ROOT))) {
      throw JobException.usage(
          "expected "
              + key
              + " to be one of "
              + String.join(", ", VERDICTS)
              + " "
              + node.where()
              + ", found '"
              + said
              + "'."
              + Nearest.hint(said, VERDICTS));
    }
    return Verdict.valueOf(said.toUpperCase(Locale.ROOT));
  }

  private static Map<String, Requirement> requirements(YamlNode node) {
    Map<String, Requirement> requirements = new LinkedHashMap<>();
    put(requirements, node, "max", Side.AT_MOST, Kind.LIMIT);
    put(requirements, node, "min", Side.AT_LEAST, Kind.LIMIT);
    put(requirements, node, "max_increase", Side.AT_MOST, Kind.CHANGE);
    put(requirements, node, "max_decrease", Side.AT_LEAST, Kind.CHANGE);
    String relativeTo = node.text("relative_to");
    if (requirements.isEmpty()) {
      throw JobException.usage(
          "expected max, min, max_increase or max_decrease " + node.where() + ", found none.");
    }
    if (relativeTo != null && !relativeTo.equals(REFERENCE)) {
      throw JobException.usage(
          "expected relative_to: reference "
              + node.where()
              + ", found '"
              + relativeTo
              + "'; --gate-reference says which that is.");
    }
    boolean anyLimit = requirements.values().stream().anyMatch(each -> !each.isRelative());
    boolean anyChange = requirements.values().stream().anyMatch(Requirement::isRelative);
    if (anyLimit && (anyChange || relativeTo != null)) {
      throw JobException.usage(
          "expected either max and min or, relative to a reference, max_increase and max_decrease "
              + node.where()
              + ", found both.");
    }
    Requirement max = requirements.get("max");
    Requirement min = requirements.get("min");
    if (max != null && min != null && min.amount() > max.amount()) {
      throw JobException.usage(
          "expected min to be at most max " + node.where() + ", found what no value can meet.");
    }
    return requirements;
  }

  private static void put(
      Map<String, Requirement> requirements, YamlNode node, String key, Side side, Kind kind) {
    String said = node.text(key);
    if (said == null) {
      return;
    }
    boolean percent = kind == Kind.CHANGE && said.endsWith("%");
    String digits = percent ? said.substring(0, said.length() - 1).strip() : said;
    try {
      requirements.put(
          key,
          percent
              ? new Requirement(side, Kind.SHARE, percent(digits))
              : new Requirement(side, kind, Double.parseDouble(digits)));
    } catch (NumberFormatException e) {
      throw JobException.usage(
          "expected a number"
              + (kind == Kind.CHANGE ? " or a percentage such as \"2%\"" : "")
              + " for "
              + key
              + " "
              + node.where()
              + ", found '"
              + said
              + "'.",
          e);
    } catch (IllegalArgumentException e) {
      throw JobException.usage(
          key + " " + node.where() + ": " + Failures.sentence(e.getMessage()), e);
    }
  }

  /** 7 % is the double 0.07, which 7.0/100 is as well; decimals keep it so for any digits. */
  private static double percent(String digits) {
    return new BigDecimal(digits).movePointLeft(2).doubleValue();
  }
}
