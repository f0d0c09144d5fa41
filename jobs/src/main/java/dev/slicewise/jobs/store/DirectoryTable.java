package dev.slicewise.jobs.store;

import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.input.LiteralPath;
import dev.slicewise.jobs.output.OutputTarget;
import dev.slicewise.spark.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * A state table of plain files. Data files never change; {@code manifests/} holds numbered lists of
 * those in force, and publishing is writing new data files and then the next manifest. A reader
 * follows one manifest, so it sees the table before a publish or after it.
 */
final class DirectoryTable implements StateTable {
  static final String DATA = "data";
  static final String MANIFESTS = "manifests";

  /** Writers that are first all the time are worth a complaint; a few are not. */
  private static final int PLACE_ATTEMPTS = 1000;

  private final SparkSession spark;
  private final String location;
  private final FileSystem files;
  private final Path directory;
  private final ManifestFolder manifests;
  private final Manifest manifest;
  private Consumer<PublishStep> steps = step -> {};

  private DirectoryTable(SparkSession spark, String location, FileSystem files, Path directory)
      throws IOException {
    this.spark = spark;
    this.location = location;
    this.files = files;
    this.directory = directory;
    this.manifests = new ManifestFolder(files, new Path(directory, MANIFESTS));
    refuseForeign();
    this.manifest = manifests.newest();
  }

  static DirectoryTable open(SparkSession spark, String location) {
    try {
      Path path = new Path(location);
      FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      Path directory = files.makeQualified(path);
      // Checksum files beside every local file would be clutter.
      FileSystem plain = files instanceof LocalFileSystem local ? local.getRaw() : files;
      return new DirectoryTable(spark, location, plain, directory);
    } catch (IOException | IllegalArgumentException e) {
      throw JobException.usage(
          "cannot open the state table "
              + location
              + ": "
              + Failures.sentence(Messages.firstSentence(e)),
          e);
    }
  }

  private void refuseForeign() throws IOException {
    if (!files.exists(directory)) {
      return;
    }
    if (!files.getFileStatus(directory).isDirectory()) {
      throw JobException.usage(
          "expected the directory of a state table, found the file " + location + ".");
    }
    FileStatus[] content = files.listStatus(directory);
    boolean known =
        Arrays.stream(content).anyMatch(file -> file.getPath().getName().equals(MANIFESTS));
    if (content.length > 0 && !known) {
      throw JobException.usage(
          "expected a state table or a new directory, found "
              + location
              + " with "
              + content[0].getPath().getName()
              + " and no "
              + MANIFESTS
              + " in it; nothing there is touched, so name another.");
    }
  }

  /** Calls back after every step of a publish. */
  DirectoryTable watched(Consumer<PublishStep> watcher) {
    steps = watcher;
    return this;
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public List<Publication> publications() {
    return manifest.publications();
  }

  @Override
  public void refuseOverlap(List<Path> others) {
    for (Path other : others) {
      if (OutputTarget.isWithin(other, directory) || OutputTarget.isWithin(directory, other)) {
        throw JobException.usage(
            "expected the state table apart from what is read and written beside it, found "
                + location
                + " and "
                + other.toUri().getPath()
                + ", one inside the other.");
      }
    }
  }

  @Override
  public Dataset<Row> rows(List<Publication> publications) {
    Set<String> keys = publications.stream().map(Publication::key).collect(Collectors.toSet());
    List<String> paths = new ArrayList<>();
    for (Manifest.Entry entry : manifest.entries()) {
      if (keys.contains(entry.publication().key())) {
        Path folder = new Path(directory, entry.folder());
        entry.files().forEach(file -> paths.add(LiteralPath.of(new Path(folder, file))));
      }
    }
    if (paths.isEmpty()) {
      return spark.createDataFrame(List.of(), StateColumns.SCHEMA);
    }
    return spark.read().schema(StateColumns.SCHEMA).parquet(paths.toArray(String[]::new));
  }

  @Override
  public List<Publication> publish(Dataset<Row> rows) {
    Retention retention = Retention.of(spark);
    try {
      steps.accept(PublishStep.STARTED);
      // First, so that a directory with data in it can be told from anybody else's.
      files.mkdirs(manifests.path());
      steps.accept(PublishStep.FOLDERS_MADE);
      List<Manifest.Entry> written = write(rows);
      steps.accept(PublishStep.DATA_WRITTEN);
      Manifest placed = place(written, retention);
      steps.accept(PublishStep.DRAFT_REMOVED);
      retention.clean(files, directory, manifests, placed);
      steps.accept(PublishStep.CLEANED);
      return written.stream().map(Manifest.Entry::publication).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot publish to the state table " + location, e);
    }
  }

  private List<Manifest.Entry> write(Dataset<Row> rows) throws IOException {
    String folder = DATA + "/" + UUID.randomUUID();
    Path path = new Path(directory, folder);
    StateColumns.keyed(rows)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .partitionBy(StateColumns.KEY)
        .parquet(path.toString());
    List<Manifest.Entry> written = new ArrayList<>();
    Dataset<Row> back = spark.read().parquet(LiteralPath.of(path));
    for (Publication publication : StateColumns.publications(back)) {
      String inner = folder + "/" + StateColumns.KEY + "=" + publication.key();
      List<String> names = new ArrayList<>();
      for (FileStatus file : files.listStatus(new Path(directory, inner))) {
        if (!file.getPath().getName().startsWith(".")) {
          names.add(file.getPath().getName());
        }
      }
      names.sort(null);
      written.add(new Manifest.Entry(publication, inner, names));
    }
    return written;
  }

  private Manifest place(List<Manifest.Entry> written, Retention retention) throws IOException {
    String commit = UUID.randomUUID().toString();
    for (int attempt = 0; attempt < PLACE_ATTEMPTS; attempt++) {
      Instant now = Instant.now();
      Manifest next = manifests.newest().with(written, commit, now, retention.horizon(now));
      if (manifests.place(next, steps)) {
        return next;
      }
    }
    throw new IOException("other runs published to it " + PLACE_ATTEMPTS + " times meanwhile");
  }
}
