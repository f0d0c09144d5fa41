package dev.slicewise.core.metric;

import dev.slicewise.core.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The conventions of another library as defaults of parameters: which epsilon, what 0/0 is, where
 * bins end. A parameter that is given explicitly, or fixed by a preset, always wins.
 *
 * <p>Each profile is one properties file beside this class. A key is {@code id.parameter}, or a
 * parameter's name alone, which then speaks of every metric that has a parameter of this name and
 * knows the value: a metric added tomorrow with a {@code zero_division} follows by itself.
 *
 * @param name how it is called
 * @param defaults value by key, sorted
 */
public record Profile(String name, Map<String, String> defaults) {
  /** Our own conventions: the defaults that the metrics declare. */
  public static final Profile SLICEWISE = new Profile("slicewise", Map.of());

  private static final List<String> NAMES =
      List.of(SLICEWISE.name(), "sklearn", "mllib", "torchmetrics", "tfma");

  /** Freezes the defaults. */
  public Profile {
    defaults = Collections.unmodifiableMap(new TreeMap<>(defaults));
  }

  /** The names that {@link #of} knows. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The profile of a name, in any case.
   *
   * @throws IllegalArgumentException when there is none, naming the nearest
   */
  public static Profile of(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    if (!NAMES.contains(key)) {
      throw new IllegalArgumentException(
          "expected profile to be one of "
              + String.join(", ", NAMES)
              + ", found '"
              + name
              + "'."
              + Nearest.hint(key, NAMES));
    }
    return key.equals(SLICEWISE.name()) ? SLICEWISE : new Profile(key, read(key));
  }

  private static Map<String, String> read(String name) {
    Properties properties = new Properties();
    try (InputStream in = Profile.class.getResourceAsStream("profiles/" + name + ".properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the profile " + name, e);
    }
    Map<String, String> defaults = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> defaults.put(key, properties.getProperty(key)));
    return defaults;
  }

  /** The given parameters of an entry, and this profile's for those that are not given. */
  public Map<String, String> complete(CatalogEntry entry, Map<String, String> given) {
    Map<String, String> complete = new LinkedHashMap<>(given);
    for (ParameterInfo parameter : entry.parameters()) {
      boolean said = given.keySet().stream().anyMatch(parameter.name()::equalsIgnoreCase);
      String value = said ? null : value(entry, parameter);
      if (value != null) {
        complete.put(parameter.name(), value);
      }
    }
    return complete;
  }

  /** What this profile says about a parameter, or null. */
  private String value(CatalogEntry entry, ParameterInfo parameter) {
    String own = defaults.get(entry.id() + "." + parameter.name());
    if (own != null) {
      return own;
    }
    String shared = defaults.get(parameter.name());
    // Words of another meaning, such as a method that is no method of quantiles, are not meant.
    return shared != null && parameter.accepts(shared) ? shared : null;
  }
}
