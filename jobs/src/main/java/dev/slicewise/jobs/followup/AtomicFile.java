package dev.slicewise.jobs.followup;

import dev.slicewise.jobs.failure.JobException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A local file that readers see whole, old or new. */
final class AtomicFile {
  private AtomicFile() {}

  /** Writes text to a file beside it and moves that into place. */
  interface Content {
    /** Writes the text. */
    void write(Writer out) throws IOException;
  }

  /** Refuses names that cannot be written to. */
  static void check(String flag, String name) {
    Path file = Path.of(name).toAbsolutePath();
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw JobException.usage(
          "expected a file in a directory that exists for " + flag + ", found " + name + ".");
    }
  }

  static void write(String name, Content content) throws IOException {
    Path file = Path.of(name).toAbsolutePath();
    Path folder = file.getParent();
    Path staged = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
    try {
      try (Writer out = Files.newBufferedWriter(staged)) {
        content.write(out);
      }
      // A scraper runs as another user.
      staged.toFile().setReadable(true, false);
      Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(staged);
    }
  }
}
