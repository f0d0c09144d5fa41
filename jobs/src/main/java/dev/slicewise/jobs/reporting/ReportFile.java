package dev.slicewise.jobs.reporting;

import dev.slicewise.jobs.failure.JobException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** The file a report goes to: written beside it under another name, then moved, or not at all. */
final class ReportFile {
  /** What writes the text. */
  interface Text {
    void write(Writer out) throws IOException;
  }

  private final FileSystem files;
  private final Path path;
  private final String name;

  private ReportFile(FileSystem files, Path path, String name) {
    this.files = files;
    this.path = path;
    this.name = name;
  }

  /** Checks a file; null for {@code -}, which is standard output. */
  static ReportFile check(
      String said, boolean overwrite, ReportFormat format, Configuration hadoop) {
    if ("-".equals(said)) {
      return null;
    }
    String name = said == null ? format.file() : said;
    try {
      Path path = new Path(name);
      FileSystem files = path.getFileSystem(hadoop);
      // Checksum files beside every local file would be clutter.
      FileSystem plain = files instanceof LocalFileSystem local ? local.getRaw() : files;
      Path full = files.makeQualified(path);
      if (plain.exists(full) && plain.getFileStatus(full).isDirectory()) {
        throw JobException.usage("expected a file for --out, found the directory " + name + ".");
      }
      if (plain.exists(full) && !overwrite) {
        throw JobException.usage(
            "expected --out to be a new file, found "
                + name
                + " there already; name another, or say --overwrite.");
      }
      return new ReportFile(plain, full, name);
    } catch (IOException | IllegalArgumentException e) {
      throw JobException.usage("cannot write to --out " + name + ": " + e.getMessage() + ".", e);
    }
  }

  /** As the user named it. */
  String name() {
    return name;
  }

  void write(Text text) throws IOException {
    Path draft = new Path(path.getParent(), "." + path.getName() + "." + UUID.randomUUID());
    try {
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(files.create(draft, false), StandardCharsets.UTF_8),
              1 << 16)) {
        text.write(out);
      }
      if (files.exists(path)) {
        files.delete(path, false);
      }
      if (!files.rename(draft, path)) {
        throw new IOException("could not rename " + draft + " to " + path);
      }
    } finally {
      files.delete(draft, false);
    }
  }
}
