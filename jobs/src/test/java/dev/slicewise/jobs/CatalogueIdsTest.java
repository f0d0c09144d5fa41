package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The catalogue that is promised against the one that is listed: the promised names were copied
 * from the written catalogue by hand, so a name that gets lost or misspelt in code shows here.
 */
class CatalogueIdsTest {
  /** A line of a list: an id or a name of one, a parameter it takes or null, and its aliases. */
  private record Promise(String id, String parameter, List<String> aliases) {
    static Promise parse(String line) {
      int close = line.indexOf(')');
      int colon = line.indexOf(':', close);
      String name = colon < 0 ? line : line.substring(0, colon);
      int open = name.indexOf('(');
      List<String> aliases = new ArrayList<>();
      if (colon >= 0) {
        for (String alias : line.substring(colon + 1).split(",")) {
          aliases.add(alias.trim());
        }
      }
      return new Promise(
          open < 0 ? name : name.substring(0, open),
          open < 0 ? null : name.substring(open + 1, name.length() - 1),
          aliases);
    }
  }

  /** What the command lists: names to ids, and the parameters of each id. */
  private static final class Listed {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Set<String>> parameters = new HashMap<>();

    Listed() throws IOException {
      JsonNode all = new ObjectMapper().readTree(Cli.run("metrics", "--format", "json").out());
      for (JsonNode entry : all) {
        String id = entry.path("id").asText();
        names.put(id, id);
        Set<String> known = new HashSet<>();
        entry.path("parameters").forEach(each -> known.add(each.path("name").asText()));
        parameters.put(id, known);
      }
      for (JsonNode entry : all) {
        String id = entry.path("id").asText();
        entry.path("aliases").forEach(alias -> names.putIfAbsent(alias.asText(), id));
        entry.path("presets").fieldNames().forEachRemaining(name -> names.putIfAbsent(name, id));
      }
    }

    boolean has(Promise promise) {
      String id = names.get(promise.id());
      return id != null
          && (promise.parameter() == null || parameters.get(id).contains(promise.parameter()));
    }

    List<String> missing(Promise promise) {
      List<String> missing = new ArrayList<>();
      if (!has(promise)) {
        missing.add(promise.id() + (promise.parameter() == null ? "" : " with a parameter"));
      }
      for (String alias : promise.aliases()) {
        if (names.get(alias) == null || !names.get(alias).equals(names.get(promise.id()))) {
          missing.add(alias + " for " + promise.id());
        }
      }
      return missing;
    }
  }

  private static List<Promise> read(String resource) throws IOException {
    try (InputStream in = CatalogueIdsTest.class.getResourceAsStream("/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Promise::parse)
          .toList();
    }
  }

  @Test
  void everyPromisedNameIsListed() throws IOException {
    Listed listed = new Listed();
    List<Promise> promised = read("catalogue-ids.txt");
    assertThat(promised).hasSizeGreaterThan(150);
    assertThat(promised.stream().flatMap(promise -> listed.missing(promise).stream()))
        .as("names of catalogue-ids.txt that `slicewise metrics --format json` lacks")
        .isEmpty();
  }

  @Test
  void noNameIsPromisedTwice() throws IOException {
    assertThat(read("catalogue-ids.txt")).doesNotHaveDuplicates();
  }
}
