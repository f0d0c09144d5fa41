package dev.slicewise.jobs.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.slicewise.jobs.failure.JobException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads a YAML or JSON file into a tree of plain values: no objects are made from it, no aliases
 * are followed, and its size and depth are bounded.
 */
public final class YamlFile {
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int MOST_NESTING = 20;

  private final Path path;

  private YamlFile(Path path) {
    this.path = path;
  }

  /** Reads a file whose content is one mapping. */
  public static YamlNode read(Path path) {
    return new YamlNode(path.toString(), "", new YamlFile(path).tree());
  }

  private JsonNode tree() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MOST_CHARACTERS);
    limits.setNestingDepthLimit(MOST_NESTING);
    YAMLFactory yaml = YAMLFactory.builder().loaderOptions(limits).build();
    yaml.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    String text = text();
    try {
      refuseAliases(yaml, text);
      try (JsonParser parser = yaml.createParser(text)) {
        JsonNode tree = new ObjectMapper(yaml).readTree(parser);
        if (tree == null || tree.isMissingNode()) {
          throw JobException.usage("expected keys and values in " + path + ", found none.");
        }
        if (parser.nextToken() != null) {
          throw JobException.usage(
              "expected one YAML document in " + path + ", found another after it.");
        }
        return tree;
      }
    } catch (JsonProcessingException e) {
      throw JobException.usage(path + " is not valid YAML: " + problem(e) + ".", e);
    } catch (IOException e) {
      throw JobException.usage("cannot read " + path + ": " + e.getMessage() + ".", e);
    }
  }

  private String text() {
    try {
      if (Files.size(path) > MOST_CHARACTERS) {
        throw JobException.usage(
            "expected a configuration of at most 1 MiB, found "
                + Files.size(path)
                + " bytes in "
                + path
                + ".");
      }
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      throw JobException.usage("expected a configuration file, found no " + path + ".", e);
    } catch (MalformedInputException e) {
      throw JobException.usage("expected UTF-8 text in " + path + ", found other bytes.", e);
    } catch (IOException e) {
      throw JobException.usage("cannot read the configuration " + path + ".", e);
    }
  }

  /** Jackson reads an alias as the text of its name, which nobody means. */
  private void refuseAliases(YAMLFactory yaml, String text) throws IOException {
    try (YAMLParser parser = yaml.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (parser.isCurrentAlias()) {
          throw JobException.usage(
              "expected plain values in "
                  + path
                  + ", found the alias *"
                  + parser.getText()
                  + "; write the value out.");
        }
      }
    }
  }

  private static String problem(JsonProcessingException error) {
    String line = error.getOriginalMessage().strip().lines().findFirst().orElse("").strip();
    return error.getLocation() == null
        ? line
        : line + " (line " + error.getLocation().getLineNr() + ")";
  }
}
