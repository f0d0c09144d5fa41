package dev.slicewise.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One mapping of a YAML file with its path, so that every complaint says where. Keys that nobody
 * asked for are unknown keys.
 */
public final class YamlNode {
  private final String file;
  private final String path;
  private final JsonNode node;
  private final TreeSet<String> known = new TreeSet<>();

  YamlNode(String file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
    if (!(node instanceof ObjectNode)) {
      throw JobException.usage(
          "expected keys and values " + where(path) + ", found " + described(node) + ".");
    }
  }

  /** The value of a key that holds text, a number or a truth value, as text; null without one. */
  public String text(String key) {
    JsonNode value = value(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw wrong(key, "one value", value);
    }
    return value.asText();
  }

  /** Like {@link #text}, but YAML's own null counts as the word. */
  public String word(String key) {
    JsonNode value = value(key);
    return value != null && value.isNull() ? "null" : text(key);
  }

  /** The value of a key that holds true or false; null without one. */
  public Boolean truth(String key) {
    JsonNode value = value(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isBoolean()) {
      throw wrong(key, "true or false", value);
    }
    return value.booleanValue();
  }

  /** The value of a key that holds a number; null without one. */
  public Double number(String key) {
    JsonNode value = value(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isNumber()) {
      throw wrong(key, "a number", value);
    }
    return value.doubleValue();
  }

  /** The value of a key that holds a whole number; null without one. */
  public Long count(String key) {
    JsonNode value = value(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(key, "a whole number", value);
    }
    return value.longValue();
  }

  /** The values of a key that holds a list of texts, or one text; null without one. */
  public List<String> texts(String key) {
    List<JsonNode> items = items(key);
    if (items == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : items) {
      if (!item.isValueNode() || item.isNull()) {
        throw wrong(key, "a list of texts", item);
      }
      texts.add(item.asText());
    }
    return texts;
  }

  /** The items of a key that holds a list, or one item; null without one. */
  public List<JsonNode> items(String key) {
    JsonNode value = value(key);
    if (value == null || value.isNull()) {
      return null;
    }
    List<JsonNode> items = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(items::add);
    } else {
      items.add(value);
    }
    return items;
  }

  /** The entries of a key that holds names with one value each; empty without one. */
  public Map<String, String> entries(String key) {
    Map<String, String> entries = new LinkedHashMap<>();
    JsonNode value = value(key);
    if (value == null || value.isNull()) {
      return entries;
    }
    YamlNode inner = new YamlNode(file, pathOf(key), value);
    for (String name : keys(value)) {
      String text = inner.text(name);
      if (text == null) {
        throw inner.wrong(name, "one value", value.get(name));
      }
      entries.put(name, text);
    }
    return entries;
  }

  /** The mappings in a key that holds a list of them, or one; null without one. */
  public List<YamlNode> nodes(String key) {
    List<JsonNode> items = items(key);
    if (items == null) {
      return null;
    }
    List<YamlNode> nodes = new ArrayList<>();
    for (JsonNode item : items) {
      String at = pathOf(key) + (value(key).isArray() ? "[" + nodes.size() + "]" : "");
      nodes.add(new YamlNode(file, at, item));
    }
    return nodes;
  }

  /** The keys, in the order of the file. */
  public List<String> names() {
    return keys(node);
  }

  /** Whether there is a value at a key. */
  boolean has(String key) {
    return value(key) != null;
  }

  /** The place of this mapping, for complaints: {@code at gates[0] in nightly.yaml}. */
  public String where() {
    return where(path);
  }

  /** Refuses the first key that was not asked for. */
  public void refuseOthers() {
    for (String key : keys(node)) {
      if (!known.contains(key)) {
        throw JobException.usage(
            "unknown key '"
                + key
                + "' "
                + where(path)
                + "."
                + Nearest.hint(key.replace('-', '_'), known)
                + " The keys are "
                + String.join(", ", known)
                + ".");
      }
    }
  }

  /** A complaint about the value of a key. */
  public JobException wrong(String key, String expected, JsonNode found) {
    return JobException.usage(
        "expected " + expected + " " + where(pathOf(key)) + ", found " + described(found) + ".");
  }

  private JsonNode value(String key) {
    known.add(key);
    return node.get(key);
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String where(String at) {
    return at.isEmpty() ? "in " + file : "at " + at + " in " + file;
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String described(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return "nothing";
    }
    if (node.isObject()) {
      return "keys and values";
    }
    return node.isArray() ? "a list" : "'" + node.asText() + "'";
  }
}
