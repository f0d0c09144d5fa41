package dev.slicewise.jobs.store;

import dev.slicewise.jobs.failure.JobException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a table keeps what it no longer needs: data a week after it was replaced, for readers
 * that began before; data that no manifest ever named a week after it was written, for it may be of
 * a publish still at work; manifests a week.
 *
 * @param time instead of a week
 */
record Retention(Duration time) {
  /** Spark setting: how long, such as {@code 7d} or {@code 12h}. */
  static final String SETTING = "spark.slicewise.stateTable.retention";

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  static Retention of(SparkSession spark) {
    String said = spark.conf().get(SETTING, "7d");
    try {
      return new Retention(Duration.ofSeconds(JavaUtils.timeStringAsSec(said)));
    } catch (NumberFormatException e) {
      throw JobException.usage(
          "expected a time such as 7d or 12h in " + SETTING + ", found '" + said + "'.", e);
    }
  }

  /** What happened until then is forgotten. */
  Instant horizon(Instant now) {
    return now.minus(time);
  }

  /**
   * Removes what is too old. What cannot be removed now is left to the next publish: the table is
   * right in any case.
   */
  void clean(FileSystem files, Path directory, ManifestFolder manifests, Manifest placed) {
    try {
      List<FileStatus> all = manifests.all();
      // The file system's own clock, which need not be this machine's.
      Instant now = Instant.ofEpochMilli(all.get(all.size() - 1).getModificationTime());
      long horizon = horizon(now).toEpochMilli();
      for (FileStatus manifest : all.subList(0, all.size() - 1)) {
        removeIfOld(files, manifest, horizon);
      }
      for (FileStatus draft : manifests.drafts()) {
        removeIfOld(files, draft, horizon);
      }
      Path data = new Path(directory, DirectoryTable.DATA);
      cleanData(files, data, placed.folders(horizon(Instant.now())), horizon);
    } catch (FileNotFoundException e) {
      LOG.info("Another run is removing old files of {}: {}", directory, e.getMessage());
    } catch (IOException e) {
      LOG.warn("Old files of the state table {} could not be removed", directory, e);
    }
  }

  private static void removeIfOld(FileSystem files, FileStatus file, long horizon)
      throws IOException {
    if (file.getModificationTime() <= horizon) {
      files.delete(file.getPath(), true);
    }
  }

  /** One listing of everything, which an object store answers by the thousand. */
  private static void cleanData(FileSystem files, Path data, Set<String> kept, long horizon)
      throws IOException {
    Map<Path, Long> newest = new HashMap<>();
    Map<Path, Set<Path>> inner = new HashMap<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(data, true);
    while (all.hasNext()) {
      FileStatus file = all.next();
      Path folder = file.getPath().getParent();
      for (; folder.depth() > data.depth(); folder = folder.getParent()) {
        newest.merge(folder, file.getModificationTime(), Math::max);
        inner.computeIfAbsent(folder.getParent(), ignored -> new HashSet<>()).add(folder);
      }
    }
    for (FileStatus run : files.listStatus(data)) {
      boolean needed = false;
      for (Path folder : inner.getOrDefault(run.getPath(), Set.of())) {
        boolean named = kept.contains(name(data, folder));
        needed |= named;
        if (!named && newest.get(folder) <= horizon) {
          files.delete(folder, true);
        }
      }
      // Where a killed run left nothing but an empty folder, the folder's own time must do.
      long time = newest.getOrDefault(run.getPath(), run.getModificationTime());
      if (!needed && time <= horizon) {
        files.delete(run.getPath(), true);
      }
    }
  }

  private static String name(Path data, Path folder) {
    return data.getName() + "/" + folder.getParent().getName() + "/" + folder.getName();
  }
}
