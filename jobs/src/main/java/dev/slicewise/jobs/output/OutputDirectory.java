package dev.slicewise.jobs.output;

import dev.slicewise.jobs.failure.JobException;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * An output directory in the making. Everything goes into a hidden directory beside it, on the same
 * file system, which one rename makes the real one. Until then the earlier results, if any, stay
 * where they are; if anything fails they still do.
 */
public final class OutputDirectory implements AutoCloseable {
  /** After Spark has stopped its tasks, before Hadoop closes its file systems. */
  private static final int HOOK_PRIORITY = FileSystem.SHUTDOWN_HOOK_PRIORITY + 5;

  /** File systems whose rename is one step. */
  private static final Set<String> RENAMES_AT_ONCE =
      Set.of("file", "hdfs", "viewfs", "webhdfs", "abfs", "abfss");

  private final OutputTarget target;
  private final FileSystem files;
  private final Path staging;
  private final Path aside;
  private final Deque<Path> madeAbove = new ArrayDeque<>();
  private final Runnable hook = this::close;
  private boolean closed;

  private OutputDirectory(OutputTarget target) {
    String name = target.directory().getName();
    Path parent = target.directory().getParent();
    String unique = UUID.randomUUID().toString();
    this.target = target;
    this.files = target.files();
    this.staging = new Path(parent, "." + name + ".staging-" + unique);
    this.aside = new Path(parent, "." + name + ".replaced-" + unique);
  }

  /** Makes the hidden directory; {@link #close} removes it unless it was published. */
  public static OutputDirectory stage(OutputTarget target) {
    OutputDirectory output = new OutputDirectory(target);
    ShutdownHookManager.get().addShutdownHook(output.hook, HOOK_PRIORITY);
    try {
      output.makeStaging();
      return output;
    } catch (IOException e) {
      output.close();
      throw JobException.usage(
          "cannot write to --out "
              + target.directory().toUri().getPath()
              + ": "
              + e.getMessage()
              + ".",
          e);
    }
  }

  private void makeStaging() throws IOException {
    Path above = staging.getParent();
    while (above != null && !files.exists(above)) {
      madeAbove.add(above);
      above = above.getParent();
    }
    if (!files.mkdirs(staging)) {
      throw new IOException("the directory " + staging + " could not be made");
    }
  }

  /** Where a file or folder of the output is written to. */
  public Path path(String name) {
    return new Path(staging, name);
  }

  /** A new file of UTF-8 text. */
  public Writer text(String name) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(files.create(path(name), false), StandardCharsets.UTF_8), 1 << 16);
  }

  /**
   * Makes the directory real, in place of the earlier one if there is one.
   *
   * @return what could not be removed of the earlier one
   */
  public synchronized Optional<Path> publish() throws IOException {
    if (closed) {
      throw new IOException("the process is being shut down");
    }
    removeChecksums(staging);
    boolean replaces = target.exists();
    if (replaces) {
      rename(target.directory(), aside);
    }
    try {
      moveIn();
    } catch (IOException | RuntimeException e) {
      if (replaces) {
        putBack(e);
      }
      throw e;
    }
    closed = true;
    forgetHook();
    return replaces && !removed(aside) ? Optional.of(aside) : Optional.empty();
  }

  private void moveIn() throws IOException {
    Path directory = target.directory();
    if (RENAMES_AT_ONCE.contains(files.getUri().getScheme())) {
      rename(staging, directory);
      Path beneath = new Path(directory, staging.getName());
      if (files.exists(beneath)) {
        files.delete(beneath, true);
        throw new IOException("another run wrote " + directory + " at the same time");
      }
      return;
    }
    // Object stores copy file by file: the record, which says that all is there, comes last.
    Path record = new Path(staging.getParent(), staging.getName() + ".record");
    try {
      rename(path(OutputTarget.RECORD), record);
      rename(staging, directory);
      rename(record, new Path(directory, OutputTarget.RECORD));
    } catch (IOException | RuntimeException e) {
      files.delete(record, false);
      if (target.exists() && !files.exists(new Path(directory, OutputTarget.RECORD))) {
        files.delete(directory, true);
      }
      throw e;
    }
  }

  private void putBack(Exception reason) throws IOException {
    if (target.exists()) {
      return;
    }
    try {
      rename(aside, target.directory());
    } catch (IOException e) {
      e.addSuppressed(reason);
      throw new IOException("the earlier results could not be put back and are in " + aside, e);
    }
  }

  private boolean removed(Path path) {
    try {
      return files.delete(path, true);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Renames; what was done although the answer got lost, or a second try found nothing, is done.
   */
  private void rename(Path from, Path to) throws IOException {
    IOException lost = null;
    try {
      if (files.rename(from, to)) {
        return;
      }
    } catch (IOException e) {
      lost = e;
    }
    if (files.exists(from) || !files.exists(to)) {
      throw new IOException("could not rename " + from + " to " + to, lost);
    }
  }

  /** Spark's own writers leave checksums beside local files. */
  private void removeChecksums(Path folder) throws IOException {
    for (FileStatus file : files.listStatus(folder)) {
      String name = file.getPath().getName();
      if (file.isDirectory()) {
        removeChecksums(file.getPath());
      } else if (name.startsWith(".") && name.endsWith(".crc")) {
        files.delete(file.getPath(), false);
      }
    }
  }

  /** Removes what was written, unless it was published. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    forgetHook();
    try {
      files.delete(staging, true);
      for (Path made : madeAbove) {
        if (files.listStatus(made).length == 0) {
          files.delete(made, false);
        }
      }
    } catch (FileNotFoundException e) {
      // What was never made need not be removed.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove " + staging, e);
    }
  }

  private void forgetHook() {
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
