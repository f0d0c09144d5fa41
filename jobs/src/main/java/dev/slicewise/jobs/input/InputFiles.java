package dev.slicewise.jobs.input;

import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.spark.Messages;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files behind a path, directory or pattern, as Spark would read them: names that start with a
 * dot or an underscore are not data.
 */
final class InputFiles {
  private static final Map<String, String> FORMATS =
      Map.of(
          "csv", "csv",
          "json", "json",
          "jsonl", "json",
          "ndjson", "json",
          "parquet", "parquet",
          "pq", "parquet",
          "orc", "orc");

  private static final List<String> COMPRESSIONS =
      List.of("gz", "bz2", "zst", "zstd", "lz4", "snappy", "deflate");

  private final String path;
  private final List<Path> roots = new ArrayList<>();
  private final Map<String, String> formats = new TreeMap<>();
  private long count;
  private long bytes;
  private String first;

  private InputFiles(String path) {
    this.path = path;
  }

  /** The files, or null when the path names nothing. */
  static InputFiles find(String path, Configuration hadoop) {
    InputFiles found = new InputFiles(path);
    try {
      Path pattern = new Path(path);
      FileSystem files = pattern.getFileSystem(hadoop);
      FileStatus[] matches = files.globStatus(pattern);
      if (matches == null || matches.length == 0) {
        return null;
      }
      for (FileStatus match : matches) {
        found.roots.add(files.makeQualified(match.getPath()));
        found.add(files, match);
      }
      if (found.first != null) {
        files.open(new Path(found.first)).close();
      }
      return found;
    } catch (FileNotFoundException e) {
      // The local file system says so of a file that may not be read.
      throw unreadable(path, e);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(path, e);
    }
  }

  private static JobException unreadable(String path, Exception e) {
    return JobException.usage(
        "cannot read --input " + path + ": " + Failures.sentence(Messages.firstSentence(e)), e);
  }

  private void add(FileSystem files, FileStatus status) throws IOException {
    if (!status.isDirectory()) {
      count++;
      bytes += status.getLen();
      String name = status.getPath().getName();
      first = first == null ? status.getPath().toString() : first;
      String format = format(name);
      if (format != null) {
        formats.putIfAbsent(format, name);
      }
      return;
    }
    for (FileStatus child : files.listStatus(status.getPath())) {
      String name = child.getPath().getName();
      if (name.equals("_delta_log")) {
        throw JobException.usage(
            "expected plain files in --input "
                + path
                + ", found a Delta table; read it with --sql \"SELECT * FROM delta.`"
                + path
                + "`\" and Delta on the class path.");
      }
      boolean hidden = name.startsWith(".") || (name.startsWith("_") && !name.contains("="));
      if (!hidden) {
        add(files, child);
      }
    }
  }

  private static String format(String name) {
    String[] parts = name.toLowerCase(Locale.ROOT).split("\\.");
    int last = parts.length - 1;
    if (last > 1 && COMPRESSIONS.contains(parts[last])) {
      last--;
    }
    return last > 0 ? FORMATS.get(parts[last]) : null;
  }

  /** The format that the names tell. */
  String format() {
    if (count == 0) {
      throw JobException.usage("expected files in --input " + path + ", found none.");
    }
    if (formats.size() > 1) {
      throw JobException.usage(
          "expected files of one format in --input "
              + path
              + ", found "
              + String.join(" and ", formats.values())
              + "; name a pattern, or say --format.");
    }
    if (formats.isEmpty()) {
      throw JobException.usage(
          "expected --format csv, json, parquet or orc, found none, and "
              + first
              + " does not tell by its name.");
    }
    return formats.keySet().iterator().next();
  }

  /** What the path stands for. */
  List<Path> roots() {
    return roots;
  }

  long count() {
    return count;
  }

  long bytes() {
    return bytes;
  }
}
