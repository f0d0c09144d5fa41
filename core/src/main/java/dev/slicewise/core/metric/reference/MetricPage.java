package dev.slicewise.core.metric.reference;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.LossMetric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** All that is known about one metric or loss, in reading order. */
public final class MetricPage {
  private final CatalogEntry entry;
  private final NamedMetric metric;

  /**
   * One line of a page.
   *
   * @param name what the line is about, snake_case
   * @param text the line; empty when there is nothing to say
   */
  public record Fact(String name, String text) {
    /** The name in words. */
    public String heading() {
      return name.replace('_', ' ');
    }
  }

  /** The page of an entry with its parameters at their defaults. */
  public MetricPage(CatalogEntry entry) {
    this(entry, Map.of());
  }

  /** The page of an entry with some parameters fixed, as a preset does: they may decide roles. */
  public MetricPage(CatalogEntry entry, Map<String, String> fixed) {
    this.entry = entry;
    this.metric = entry.bind(fixed);
  }

  /** What the page is about. */
  public CatalogEntry entry() {
    return entry;
  }

  /** The canonical id. */
  public String id() {
    return entry.id();
  }

  /** One sentence. */
  public String summary() {
    return entry.metricInfo().map(MetricInfo::summary).orElseGet(() -> loss().summary());
  }

  /** The definition in one line. */
  public String formula() {
    return entry.metricInfo().map(MetricInfo::formula).orElseGet(() -> loss().formula());
  }

  /** The release that brought it. */
  public String since() {
    return entry.metricInfo().map(MetricInfo::since).orElseGet(() -> loss().since());
  }

  /** Which values are good, in a word: lower, higher, zero, one or none. */
  public String better() {
    return entry.metricInfo().map(info -> ParameterInfo.text(info.better())).orElse("lower");
  }

  /** The family it belongs to. */
  public Family family() {
    Object definition = metric.metric() instanceof LossMetric mean ? mean.loss() : metric.metric();
    return Family.of(definition.getClass().getPackageName());
  }

  /** The roles that must be bound, in the order of SQL arguments; each column once. */
  public List<Role> roles() {
    Map<String, Role> distinct = new LinkedHashMap<>();
    metric.roles().forEach(role -> distinct.putIfAbsent(role.name(), role));
    return List.copyOf(distinct.values());
  }

  /** The roles in words, with what a value must be where that is not a number. */
  public List<String> roleTexts() {
    return roles().stream()
        .map(
            role ->
                role.shape() == Shape.NUMBER
                    ? role.name()
                    : role.name() + " (" + role.shape().expectation() + ")")
        .toList();
  }

  /** Whether its label or prediction is a class or a probability of one. */
  public boolean isAboutClasses() {
    return has(
        condition ->
            condition instanceof Condition.BinaryLabel
                || condition instanceof Condition.Probability);
  }

  /** Whether rows must obey such a rule. */
  public boolean has(Predicate<Condition> wanted) {
    return metric.metric().needs().stream()
        .flatMap(statistic -> statistic.domain().conditions().stream())
        .anyMatch(wanted);
  }

  /** What a slice must remember for the value. */
  public List<String> remembers() {
    return Memory.of(metric.metric().needs());
  }

  /** How its interval is found. */
  public String interval() {
    IntervalMethod method = metric.metric().interval();
    if (!entry.isScalar()) {
      return "none";
    }
    return method == IntervalMethod.NONE
        ? "only by the jackknife over 32 hash groups, when it is asked for"
        : method.description();
  }

  /** What each edge case gives. */
  public List<String> edges() {
    return List.of(entry.metricInfo().map(MetricInfo::edges).orElseGet(() -> loss().edges()));
  }

  private LossInfo loss() {
    return entry.lossInfo().orElseThrow();
  }

  /** The formula and all other lines that are not lists. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    entry.metricInfo().ifPresent(info -> describe(info, facts));
    entry.lossInfo().ifPresent(info -> describe(info, facts));
    facts.add(new Fact("interval", interval()));
    facts.add(new Fact("remembers", String.join("; ", remembers())));
    String source = entry.metricInfo().map(MetricInfo::source).orElseGet(() -> loss().source());
    facts.add(new Fact("source", source));
    return facts;
  }

  private void describe(MetricInfo info, List<Fact> facts) {
    facts.add(new Fact("formula", info.formula()));
    facts.add(new Fact("range", info.range()));
    facts.add(new Fact("units", info.units()));
    facts.add(new Fact("better", better()));
    facts.add(new Fact("use", info.use()));
    facts.add(new Fact("exactness", info.exactness()));
  }

  private void describe(LossInfo info, List<Fact> facts) {
    facts.add(new Fact("formula", info.formula()));
    facts.add(new Fact("gradient", info.gradient()));
    facts.add(new Fact("hessian", info.hessian()));
    facts.add(new Fact("range", info.range()));
    facts.add(new Fact("units", info.units()));
    facts.add(new Fact("better", better()));
    facts.add(new Fact("noise_model", info.noiseModel()));
    facts.add(new Fact("elicits", info.elicits()));
    facts.add(new Fact("cost", info.cost()));
    facts.add(new Fact("trap", info.trap()));
    facts.add(new Fact("exactness", "exact up to final rounding of the sum of the rows' losses"));
  }

  /** A parameter's type in a word. */
  public static String type(ParameterInfo parameter) {
    return parameter.type().isEnum()
        ? "word"
        : parameter.type().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** What a parameter may be: its words, or its type and range. */
  public static String allowed(ParameterInfo parameter) {
    if (parameter.type().isEnum()) {
      return String.join(" | ", parameter.words());
    }
    return type(parameter) + (parameter.range().isEmpty() ? "" : " in " + parameter.range());
  }

  /** How SQL calls it, with its parameters at their defaults. */
  public String call() {
    List<String> arguments = new ArrayList<>();
    for (Role role : roles()) {
      boolean positional = role.equals(Role.LABEL) || role.equals(Role.PREDICTION);
      arguments.add(positional ? role.name() : role + " => " + role);
    }
    for (ParameterInfo parameter : entry.parameters()) {
      Object standard = parameter.defaultValue();
      if (standard != null) {
        String text = ParameterInfo.text(standard);
        boolean quoted = standard instanceof Enum<?> || standard instanceof String;
        arguments.add(parameter.name() + " => " + (quoted ? "'" + text + "'" : text));
      }
    }
    return entry.id() + "(" + String.join(", ", arguments) + ")";
  }
}
