package dev.slicewise.jobs.store;

import dev.slicewise.jobs.failure.JobException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The numbered manifests of a table. The one step that publishes is giving the next manifest its
 * name, which exactly one of several writers can do, whole or not at all.
 */
final class ManifestFolder {
  private static final Pattern NAME = Pattern.compile("(\\d{20})\\.json");
  private static final int READ_ATTEMPTS = 20;

  /** File systems whose rename is one step that never replaces a file. */
  private static final Set<String> RENAMES_AT_ONCE =
      Set.of("hdfs", "viewfs", "webhdfs", "abfs", "abfss");

  private final FileSystem files;
  private final Path folder;

  ManifestFolder(FileSystem files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  Path path() {
    return folder;
  }

  /** The manifest in force; {@link Manifest#NONE} when there is none. */
  Manifest newest() throws IOException {
    FileNotFoundException gone = null;
    for (int attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
      List<FileStatus> all = all();
      if (all.isEmpty()) {
        return Manifest.NONE;
      }
      Path newest = all.get(all.size() - 1).getPath();
      try {
        return read(newest);
      } catch (FileNotFoundException e) {
        // So much was published meanwhile that this one was already removed: there are newer ones.
        gone = e;
      }
    }
    throw gone;
  }

  /** The manifests' files, oldest first. */
  List<FileStatus> all() throws IOException {
    List<FileStatus> all = new ArrayList<>();
    try {
      for (FileStatus file : files.listStatus(folder)) {
        if (NAME.matcher(file.getPath().getName()).matches()) {
          all.add(file);
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    all.sort((a, b) -> a.getPath().getName().compareTo(b.getPath().getName()));
    return all;
  }

  /** Drafts that are there, of writers at work or killed. */
  List<FileStatus> drafts() throws IOException {
    List<FileStatus> drafts = new ArrayList<>();
    for (FileStatus file : files.listStatus(folder)) {
      if (file.getPath().getName().startsWith(".draft-")) {
        drafts.add(file);
      }
    }
    return drafts;
  }

  Manifest read(Path file) throws IOException {
    Matcher name = NAME.matcher(file.getName());
    if (!name.matches()) {
      throw new IOException("expected a manifest, found " + file);
    }
    try (FSDataInputStream in = files.open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Manifest.read(text, Long.parseLong(name.group(1)), file.toUri().getPath());
    }
  }

  private Path file(long number) {
    return new Path(folder, String.format("%020d.json", number));
  }

  /**
   * Makes a manifest the one in force.
   *
   * @return false when another writer was first
   */
  boolean place(Manifest manifest, Consumer<PublishStep> steps) throws IOException {
    Path file = file(manifest.number());
    byte[] content = manifest.text().getBytes(StandardCharsets.UTF_8);
    try {
      String scheme = files.getUri().getScheme();
      if (scheme.equals("file") || RENAMES_AT_ONCE.contains(scheme)) {
        return placeDraft(file, content, manifest.commit(), scheme.equals("file"), steps);
      }
      createAtOnce(file, content);
      steps.accept(PublishStep.MANIFEST_PLACED);
      return true;
    } catch (IOException e) {
      // The answer may have got lost behind a change that was made.
      if (files.exists(file)) {
        return isOurs(file, manifest.commit());
      }
      throw e;
    }
  }

  private boolean placeDraft(
      Path file, byte[] content, String commit, boolean local, Consumer<PublishStep> steps)
      throws IOException {
    Path draft = new Path(folder, ".draft-" + commit);
    try (OutputStream out = files.create(draft, true)) {
      out.write(content);
    }
    steps.accept(PublishStep.MANIFEST_DRAFTED);
    try {
      if (!local) {
        boolean placed = files.rename(draft, file) || isOurs(file, commit);
        steps.accept(PublishStep.MANIFEST_PLACED);
        return placed;
      }
      // A local rename would replace what is there; a second name for a file cannot.
      Files.createLink(
          java.nio.file.Path.of(file.toUri().getPath()),
          java.nio.file.Path.of(draft.toUri().getPath()));
      steps.accept(PublishStep.MANIFEST_PLACED);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      throw JobException.failed(
          "expected a file system with hard links under "
              + folder.toUri().getPath()
              + ", found one without; keep the state table elsewhere. Nothing was published.",
          e);
    } finally {
      files.delete(draft, false);
    }
  }

  /** Object stores show a file when it is complete, and some can refuse to replace one. */
  private void createAtOnce(Path file, byte[] content) throws IOException {
    FSDataOutputStreamBuilder<?, ?> builder = files.createFile(file);
    builder.overwrite(false);
    builder.opt("fs.option.create.conditional.overwrite", true);
    try (OutputStream out = builder.build()) {
      out.write(content);
    }
  }

  private boolean isOurs(Path file, String commit) throws IOException {
    return files.exists(file) && read(file).commit().equals(commit);
  }
}
