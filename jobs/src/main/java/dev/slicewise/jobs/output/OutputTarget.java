package dev.slicewise.jobs.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.jobs.config.OutputConfig;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.spark.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Where results shall go, checked before anything is read: it must be free or ours to replace. */
public final class OutputTarget {
  /** Written last; a directory without it is not complete. */
  public static final String RECORD = "run.json";

  private final OutputConfig config;
  private final FileSystem files;
  private final Path directory;

  private OutputTarget(OutputConfig config, FileSystem files, Path directory) {
    this.config = config;
    this.files = files;
    this.directory = directory;
  }

  /**
   * Checks the directory; writes nothing.
   *
   * @param inputs what is read, which must lie elsewhere
   */
  public static OutputTarget check(OutputConfig config, Configuration hadoop, List<Path> inputs) {
    try {
      Path path = new Path(config.directory());
      FileSystem files = path.getFileSystem(hadoop);
      Path directory = files.makeQualified(path);
      // Checksum files beside every local file would be clutter.
      FileSystem plain = files instanceof LocalFileSystem local ? local.getRaw() : files;
      OutputTarget target = new OutputTarget(config, plain, directory);
      target.refuseOverlap(inputs);
      target.refuseForeign();
      return target;
    } catch (IOException | IllegalArgumentException e) {
      throw JobException.usage(
          "cannot write to --out "
              + config.directory()
              + ": "
              + Failures.sentence(Messages.firstSentence(e)),
          e);
    }
  }

  private void refuseOverlap(List<Path> inputs) {
    for (Path input : inputs) {
      if (isWithin(input, directory) || isWithin(directory, input)) {
        throw JobException.usage(
            "expected --out apart from the input, found --out "
                + config.directory()
                + " and the input "
                + input.toUri().getPath()
                + ", one inside the other.");
      }
    }
  }

  /** Whether a path is another, or below it. */
  public static boolean isWithin(Path inner, Path outer) {
    for (Path path = inner; path != null; path = path.getParent()) {
      if (path.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  private void refuseForeign() throws IOException {
    if (directory.getParent() == null) {
      throw JobException.usage("expected a directory for --out, found the root " + directory + ".");
    }
    for (Path above = directory.getParent(); above != null; above = above.getParent()) {
      if (files.exists(above)) {
        if (!files.getFileStatus(above).isDirectory()) {
          throw JobException.usage(
              "expected a directory above --out, found the file " + above.toUri().getPath() + ".");
        }
        break;
      }
    }
    if (!exists()) {
      return;
    }
    if (!files.getFileStatus(directory).isDirectory()) {
      throw JobException.usage(
          "expected --out to be a directory, found the file " + config.directory() + ".");
    }
    FileStatus[] content = files.listStatus(directory);
    String writer = content.length == 0 ? null : runId();
    if (content.length > 0 && writer == null) {
      throw JobException.usage(
          "expected --out to be a new directory or one of an earlier run, found "
              + config.directory()
              + " with "
              + content[0].getPath().getName()
              + " and no "
              + RECORD
              + " of Slicewise in it; nothing there is touched, so name another.");
    }
    if (!config.overwrite() && !(config.runIdGiven() && config.runId().equals(writer))) {
      throw JobException.usage(
          "expected --out to be a new directory, found "
              + config.directory()
              + (writer == null ? "" : " with the results of run " + writer)
              + "; name another, repeat that run with its --run-id, or say --overwrite.");
    }
  }

  /** Whether something is there. */
  boolean exists() throws IOException {
    return files.exists(directory);
  }

  /** The run that wrote the directory; null when none of ours did. */
  String runId() throws IOException {
    Path record = new Path(directory, RECORD);
    if (!files.exists(record)) {
      return null;
    }
    try (InputStream in = files.open(record)) {
      JsonNode run = new ObjectMapper().readTree(in);
      return run.path("run_id").isTextual() && run.path("command").isTextual()
          ? run.path("run_id").asText()
          : null;
    } catch (JsonProcessingException e) {
      // Some other program's file of that name.
      return null;
    }
  }

  /** The directory, in full. */
  public Path directory() {
    return directory;
  }

  FileSystem files() {
    return files;
  }
}
