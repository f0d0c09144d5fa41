package dev.slicewise.jobs.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.output.Json;
import dev.slicewise.jobs.output.Versions;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One state of a table in a directory: which publications it has and which files hold them.
 *
 * @param number of the manifest; the one with the highest number is in force
 * @param commit made up by its writer, who can so recognise it
 * @param entries in order
 * @param replaced what was lately in force, and readers may still be reading
 */
record Manifest(long number, String commit, List<Entry> entries, List<Replaced> replaced) {
  /** Written into every manifest; a reader refuses higher ones. */
  static final int FORMAT_VERSION = 1;

  /** A table nobody has published to. */
  static final Manifest NONE = new Manifest(0, "", List.of(), List.of());

  private static final String FORMAT = "slicewise state table";
  // Manifests may come from anywhere: whatever they say stays inside the table's directory.
  private static final Pattern FOLDER =
      Pattern.compile("data/[0-9a-f-]{36}/" + StateColumns.KEY + "=[0-9a-f]{64}");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_=-][A-Za-z0-9._=-]*");

  /**
   * Where the states of a publication are.
   *
   * @param publication what they are
   * @param folder relative to the table
   * @param files names in the folder
   */
  record Entry(Publication publication, String folder, List<String> files) {
    Entry {
      files = List.copyOf(files);
      if (!FOLDER.matcher(folder).matches()
          || !files.stream().allMatch(file -> FILE.matcher(file).matches())) {
        throw new IllegalArgumentException("expected files of the table, found " + folder);
      }
    }
  }

  /**
   * Data that another publication took the place of.
   *
   * @param folder relative to the table
   * @param at when
   */
  record Replaced(String folder, Instant at) {
    Replaced {
      if (!FOLDER.matcher(folder).matches()) {
        throw new IllegalArgumentException("expected a folder of the table, found " + folder);
      }
    }
  }

  Manifest {
    replaced = List.copyOf(replaced);
    entries =
        entries.stream()
            .sorted((a, b) -> Publication.ORDER.compare(a.publication(), b.publication()))
            .toList();
  }

  /**
   * The next manifest: these entries in place of those of the same publications.
   *
   * @param now the time of the replacement
   * @param horizon what was replaced before is of no interest any more
   */
  Manifest with(List<Entry> added, String newCommit, Instant now, Instant horizon) {
    Set<String> keys =
        added.stream().map(entry -> entry.publication().key()).collect(Collectors.toSet());
    List<Entry> all = new ArrayList<>(added);
    List<Replaced> old = new ArrayList<>();
    replaced.stream().filter(data -> data.at().isAfter(horizon)).forEach(old::add);
    for (Entry entry : entries) {
      if (keys.contains(entry.publication().key())) {
        old.add(new Replaced(entry.folder(), now));
      } else {
        all.add(entry);
      }
    }
    return new Manifest(number + 1, newCommit, all, old);
  }

  /** The publications, in order. */
  List<Publication> publications() {
    return entries.stream().map(Entry::publication).toList();
  }

  /** The data folders that somebody reads, or may be reading. */
  Set<String> folders(Instant horizon) {
    Set<String> folders = new HashSet<>();
    entries.forEach(entry -> folders.add(entry.folder()));
    replaced.stream()
        .filter(data -> data.at().isAfter(horizon))
        .forEach(data -> folders.add(data.folder()));
    return folders;
  }

  /** The file's content. */
  String text() {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("format", FORMAT);
    said.put("format_version", FORMAT_VERSION);
    said.put("number", number);
    said.put("commit", commit);
    said.put("slicewise", Versions.slicewise());
    said.put("publications", entries.stream().map(Manifest::said).toList());
    List<Map<String, Object>> old = new ArrayList<>();
    for (Replaced data : replaced) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("folder", data.folder());
      one.put("at", data.at());
      old.add(one);
    }
    said.put("replaced", old);
    StringWriter out = new StringWriter();
    try (JsonGenerator json = Json.indented(out)) {
      Json.write(json, said);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new AssertionError("a StringWriter takes anything", e);
    }
    return out.toString();
  }

  private static Map<String, Object> said(Entry entry) {
    Map<String, Object> said = entry.publication().record();
    said.put("folder", entry.folder());
    said.put("files", entry.files());
    return said;
  }

  /**
   * Reads {@link #text}.
   *
   * @param where the file, for messages
   */
  static Manifest read(String text, long number, String where) {
    try {
      JsonNode tree = new ObjectMapper().readTree(text);
      if (!tree.path("format").asText().equals(FORMAT)) {
        throw corrupt(where, "its format is not '" + FORMAT + "'", null);
      }
      int version = tree.path("format_version").asInt(0);
      if (version > FORMAT_VERSION) {
        throw JobException.usage(
            "expected a state table of format version "
                + FORMAT_VERSION
                + " or older, found version "
                + version
                + " in "
                + where
                + "; use the Slicewise that wrote it, or a newer one.");
      }
      if (version < 1 || tree.path("number").asLong() != number) {
        throw corrupt(where, "its version or number is not what its name says", null);
      }
      List<Entry> entries = new ArrayList<>();
      for (JsonNode said : required(tree, "publications")) {
        entries.add(entry(said));
      }
      List<Replaced> replaced = new ArrayList<>();
      for (JsonNode said : required(tree, "replaced")) {
        replaced.add(
            new Replaced(
                required(said, "folder").textValue(),
                Instant.parse(required(said, "at").textValue())));
      }
      return new Manifest(number, tree.path("commit").asText(), entries, replaced);
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
      throw corrupt(where, "it is cut short or was edited", e);
    }
  }

  private static Entry entry(JsonNode said) {
    return new Entry(
        new Publication(
            required(said, "model").textValue(),
            instant(said.path("window_start")),
            instant(said.path("window_end")),
            texts(required(said, "definitions")),
            required(said, "fingerprint").textValue(),
            required(said, "run_id").textValue(),
            required(said, "slices").longValue(),
            required(said, "rows").longValue()),
        required(said, "folder").textValue(),
        texts(required(said, "files")));
  }

  private static JsonNode required(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("expected " + name);
    }
    return value;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static Instant instant(JsonNode said) {
    return said.isTextual() ? Instant.parse(said.asText()) : null;
  }

  private static JobException corrupt(String where, String why, Exception cause) {
    return JobException.usage(
        "expected a manifest of a state table in "
            + where
            + ", found a file that is none: "
            + why
            + "; restore that file, or publish to a new table.",
        cause);
  }
}
