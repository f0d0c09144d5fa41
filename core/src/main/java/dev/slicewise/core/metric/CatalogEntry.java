package dev.slicewise.core.metric;

import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.text.Nearest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the catalogue: a metric or a loss with its names and parameters, able to make the
 * metric for given parameters. A loss makes its mean or sum ({@link LossMetric}).
 */
public final class CatalogEntry {
  private final Record prototype;
  private final String id;
  private final List<String> aliases;
  private final Map<String, String> presets;
  private final List<ParameterInfo> parameters;

  private CatalogEntry(Record prototype, String id, String[] aliases, String[] presets) {
    this.prototype = prototype;
    this.id = id;
    this.aliases = new ArrayList<>(Arrays.asList(aliases));
    this.presets = new LinkedHashMap<>();
    for (String preset : presets) {
      int equals = preset.indexOf('=');
      this.presets.put(preset.substring(0, equals).trim(), preset.substring(equals + 1).trim());
    }
    this.parameters = new ArrayList<>();
    for (RecordComponent component : prototype.getClass().getRecordComponents()) {
      parameters.add(ParameterInfo.of(component, valueOf(component, prototype)));
    }
  }

  /** An entry for a metric with its default parameters. */
  static CatalogEntry of(Metric prototype) {
    MetricInfo info = prototype.getClass().getAnnotation(MetricInfo.class);
    if (info == null || !(prototype instanceof Record metric)) {
      throw new IllegalArgumentException(
          "expected a record with @MetricInfo, found " + prototype.getClass().getName());
    }
    return new CatalogEntry(metric, info.id(), info.aliases(), info.presets());
  }

  /** An entry for a loss with its default parameters. */
  static CatalogEntry of(Loss prototype) {
    LossInfo info = prototype.getClass().getAnnotation(LossInfo.class);
    if (info == null || !(prototype instanceof Record loss)) {
      throw new IllegalArgumentException(
          "expected a record with @LossInfo, found " + prototype.getClass().getName());
    }
    CatalogEntry entry = new CatalogEntry(loss, info.id(), info.aliases(), info.presets());
    entry.parameters.add(
        new ParameterInfo(
            "reduction",
            LossMetric.Reduction.class,
            LossMetric.Reduction.MEAN,
            "",
            "mean: Σwℓ/W; sum: Σwℓ",
            false));
    return entry;
  }

  private static Object valueOf(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          "cannot read component " + component.getName() + " of " + record.getClass().getName(), e);
    }
  }

  /** The canonical id. */
  public String id() {
    return id;
  }

  /** Other names with the same meaning. */
  public List<String> aliases() {
    return List.copyOf(aliases);
  }

  /** Adds an alias that the catalogue found free. */
  void alsoCalled(String alias) {
    aliases.add(alias);
  }

  /** Names that fix a parameter: name to {@code parameter: value}. */
  public Map<String, String> presets() {
    return Map.copyOf(presets);
  }

  /** The parameters in order. */
  public List<ParameterInfo> parameters() {
    return List.copyOf(parameters);
  }

  /** The metric's description, when it is not a loss. */
  public Optional<MetricInfo> metricInfo() {
    return Optional.ofNullable(prototype.getClass().getAnnotation(MetricInfo.class));
  }

  /** The loss's description, when it is one. */
  public Optional<LossInfo> lossInfo() {
    return Optional.ofNullable(prototype.getClass().getAnnotation(LossInfo.class));
  }

  /** Whether this is a loss. */
  public boolean isLoss() {
    return prototype instanceof Loss;
  }

  /** Whether values are numbers, not curves. */
  public boolean isScalar() {
    return metricInfo().map(info -> !info.curve()).orElse(true);
  }

  /** The metric with its default parameters. */
  public NamedMetric bind() {
    return bind(Map.of());
  }

  /**
   * The metric with these parameters, the rest at their defaults.
   *
   * @throws IllegalArgumentException for an unknown parameter or a value out of range
   */
  public NamedMetric bind(Map<String, String> texts) {
    Map<String, Object> values = values(texts);
    Object[] components = values.values().toArray();
    if (!isLoss()) {
      return new NamedMetric(id, reported(values), (Metric) construct(components));
    }
    int last = components.length - 1;
    Loss loss = (Loss) construct(Arrays.copyOf(components, last));
    Metric metric = new LossMetric(loss, (LossMetric.Reduction) components[last]);
    return new NamedMetric(id, reported(values), metric);
  }

  /** The loss itself with these parameters, for use row by row. */
  public Loss bindLoss(Map<String, String> texts) {
    if (!isLoss()) {
      throw new IllegalArgumentException("expected a loss, found the metric " + id);
    }
    Object[] components = values(texts).values().toArray();
    return ((Loss) construct(Arrays.copyOf(components, components.length - 1))).resolved();
  }

  private Map<String, Object> values(Map<String, String> texts) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterInfo parameter : parameters) {
      values.put(parameter.name(), parameter.defaultValue());
    }
    texts.forEach(
        (name, text) -> {
          ParameterInfo parameter =
              parameters.stream()
                  .filter(p -> p.name().equalsIgnoreCase(name))
                  .findFirst()
                  .orElseThrow(() -> unknownParameter(name));
          values.put(parameter.name(), parameter.parse(text, id));
        });
    return values;
  }

  private IllegalArgumentException unknownParameter(String name) {
    List<String> known = parameters.stream().map(ParameterInfo::name).toList();
    return new IllegalArgumentException(
        "unknown parameter '"
            + name
            + "' of "
            + id
            + ": it takes "
            + (known.isEmpty() ? "none" : String.join(", ", known))
            + "."
            + Nearest.hint(name, known));
  }

  private Object construct(Object[] components) {
    Class<?>[] types =
        Arrays.stream(prototype.getClass().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = prototype.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(components);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw new IllegalArgumentException(id + ": " + refused.getMessage(), refused);
      }
      throw new IllegalStateException("constructor of " + id + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + id, e);
    }
  }

  private Map<String, Object> reported(Map<String, Object> values) {
    Map<String, Object> reported = new LinkedHashMap<>();
    for (ParameterInfo parameter : parameters) {
      Object value = values.get(parameter.name());
      if (!(parameter.quiet() && Objects.equals(value, parameter.defaultValue()))) {
        reported.put(
            parameter.name(), value instanceof Enum<?> ? ParameterInfo.text(value) : value);
      }
    }
    return reported;
  }
}
