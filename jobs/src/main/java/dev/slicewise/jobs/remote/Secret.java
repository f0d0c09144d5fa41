package dev.slicewise.jobs.remote;

import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.failure.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password, token or address that must not be seen. Configurations refer to it, as {@code
 * ${env:NAME}} or by the name of a file; as text it is only given to who sends it. It is no record,
 * so that nothing prints it by accident.
 */
public final class Secret {
  private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");
  private static final int LONGEST = 8192;

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * The secret at a key, or in the file named at the key with {@code _file}; null where neither is
   * said.
   *
   * @param environment of the process
   */
  public static Secret of(YamlNode node, String key, Map<String, String> environment) {
    String said = node.text(key);
    String file = node.text(key + "_file");
    if (said != null && file != null) {
      throw JobException.usage(
          "expected " + key + " or " + key + "_file " + node.where() + ", found both.");
    }
    if (file != null) {
      return new Secret(read(node, key + "_file", file));
    }
    return said == null ? null : new Secret(variable(node, key, said, environment));
  }

  /** The secret in an environment variable; null without one. */
  public static Secret variable(String name, Map<String, String> environment) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : new Secret(value.strip());
  }

  private static String variable(
      YamlNode node, String key, String said, Map<String, String> environment) {
    Matcher reference = ENVIRONMENT.matcher(said.strip());
    if (!reference.matches()) {
      // What was said may be the secret itself, so it is not repeated.
      throw JobException.usage(
          "expected a reference for "
              + key
              + " "
              + node.where()
              + ", ${env:NAME} or "
              + key
              + "_file, found a plain value; secrets do not belong into configurations.");
    }
    String value = environment.get(reference.group(1));
    if (value == null || value.isBlank()) {
      throw JobException.usage(
          "expected the environment variable "
              + reference.group(1)
              + " for "
              + key
              + " "
              + node.where()
              + ", found "
              + (value == null ? "none." : "an empty one."));
    }
    return value.strip();
  }

  private static String read(YamlNode node, String key, String file) {
    try {
      Path path = Path.of(file);
      String text = Files.size(path) > LONGEST ? "" : Files.readString(path).strip();
      if (text.isEmpty()) {
        throw JobException.usage(
            "expected one line for " + key + " " + node.where() + " in " + file + ", found none.");
      }
      return text;
    } catch (IOException | IllegalArgumentException e) {
      throw JobException.usage(
          "cannot read the file of " + key + " " + node.where() + ": " + file + ".");
    }
  }

  /** The text, for who sends it. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
