package dev.slicewise.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The settings of a {@code --config} file as flags before those of the command line: a key is a
 * flag with underscores for dashes, a flag that repeats is a list or map under its name or its
 * plural. What the command line says wins; pairs such as {@code --spark} are joined.
 */
public final class ConfigArguments {
  private static final String CONFIG = "--config";

  private final CommandSpec command;
  private final Path path;
  private final YamlNode file;
  private final Collection<String> sections;
  private final List<String> given;
  private final List<String> arguments = new ArrayList<>();

  private ConfigArguments(
      CommandSpec command, Collection<String> sections, Path path, List<String> given) {
    this.command = command;
    this.sections = sections;
    this.path = path;
    this.file = YamlFile.read(path);
    this.given = given;
  }

  /**
   * The arguments of a command with those of its file, if it names one.
   *
   * @param sections keys of the file that the command reads itself
   * @param given what follows the command's name
   */
  public static List<String> expand(
      CommandSpec command, Collection<String> sections, List<String> given) {
    Path path = config(given);
    if (path == null) {
      return given;
    }
    ConfigArguments config = new ConfigArguments(command, sections, path, given);
    config.read();
    sections.forEach(config.file::has);
    config.file.refuseOthers();
    config.arguments.addAll(given);
    return config.arguments;
  }

  private static Path config(List<String> given) {
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).startsWith(CONFIG + "=")) {
        return Path.of(given.get(i).substring(CONFIG.length() + 1));
      }
      if (given.get(i).equals(CONFIG) && i + 1 < given.size()) {
        return Path.of(given.get(i + 1));
      }
    }
    return null;
  }

  private void read() {
    SettingsFile.expectVersion(file);
    // Only a flag may override where the launcher or spark-submit runs Spark.
    String master = file.text("master");
    if (master != null) {
      arguments.add("--spark=spark.master=" + master);
    }
    for (OptionSpec option : command.options()) {
      if (!option.usageHelp()
          && !option.versionHelp()
          && !List.of(CONFIG, "--master", "--jars", "--verbose").contains(option.longestName())) {
        read(option);
      }
    }
  }

  private void read(OptionSpec option) {
    String flag = option.longestName();
    String key = flag.substring(2).replace('-', '_');
    if (option.isMultiValue() && !key.endsWith("s") && file.has(key + "s")) {
      key = key + "s";
    }
    if (sections.contains(key)) {
      return;
    }
    boolean pairs = option.paramLabel().contains("=");
    boolean wins = !isGiven(option) || pairs;
    for (String value : values(option, flag, key, pairs)) {
      if (wins) {
        arguments.add(value);
      }
    }
  }

  private List<String> values(OptionSpec option, String flag, String key, boolean pairs) {
    List<String> values = new ArrayList<>();
    if (option.arity().max() == 0) {
      Boolean truth = file.truth(key);
      if (truth != null) {
        values.add(truth || !option.negatable() ? flag + "=" + truth : "--no-" + flag.substring(2));
      }
    } else if (key.equals("slices")) {
      if (file.has(key) && file.items(key) != null) {
        SettingsFile.slices(file).forEach(slice -> values.add(flag + "=" + slice.text()));
      }
    } else if (pairs && isMapping(key)) {
      for (Map.Entry<String, String> pair : file.entries(key).entrySet()) {
        values.add(flag + "=" + pair.getKey() + "=" + pair.getValue());
      }
    } else if (option.isMultiValue()) {
      List<String> texts = file.texts(key);
      if (texts != null) {
        texts.forEach(text -> values.add(flag + "=" + located(option, text)));
      }
    } else if (file.text(key) != null) {
      values.add(flag + "=" + located(option, file.text(key)));
    }
    return values;
  }

  private boolean isMapping(String key) {
    List<JsonNode> items = file.items(key);
    return items != null && items.size() == 1 && items.get(0).isObject();
  }

  /** What is read may lie beside the file that names it. */
  private String located(OptionSpec option, String value) {
    return option.paramLabel().startsWith("PATH") ? SettingsFile.located(value, path) : value;
  }

  private boolean isGiven(OptionSpec option) {
    for (String argument : given) {
      String name = argument.replaceFirst("=.*", "").replaceFirst("^--no-", "--");
      for (String known : option.names()) {
        if (known.equals(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
