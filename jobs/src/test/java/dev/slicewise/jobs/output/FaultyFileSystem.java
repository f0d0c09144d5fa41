package dev.slicewise.jobs.output;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system under other names, on which the n-th change fails: before it happens, or
 * after it has.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {
  /** A scheme whose renames are taken for copies. */
  public static final String STORE = "faulty";

  /** A scheme whose renames are taken for one step. */
  public static final String DISK = "viewfs";

  private static int changesLeft = Integer.MAX_VALUE;
  private static boolean failsAfter;

  /** Lets the n-th change from now fail, counted from 0. */
  public static void failAt(int change, boolean after) {
    changesLeft = change;
    failsAfter = after;
  }

  /** Lets no more changes fail. */
  public static void heal() {
    changesLeft = Integer.MAX_VALUE;
  }

  /** Whether the fault has happened. */
  public static boolean hasFailed() {
    return changesLeft < 0;
  }

  /** Where the two schemes are known. */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    for (String scheme : new String[] {STORE, DISK}) {
      configuration.set("fs." + scheme + ".impl", FaultyFileSystem.class.getName());
      configuration.set("fs." + scheme + ".impl.disable.cache", "true");
    }
    return configuration;
  }

  private URI uri;

  @Override
  public URI getUri() {
    return uri == null ? super.getUri() : uri;
  }

  @Override
  public void initialize(URI named, Configuration configuration) throws IOException {
    uri = URI.create(named.getScheme() + ":///");
    super.initialize(uri, configuration);
  }

  private interface Change<T> {
    T make() throws IOException;
  }

  private static <T> T attempt(Change<T> change) throws IOException {
    changesLeft--;
    if (changesLeft == -1 && !failsAfter) {
      throw new IOException("injected fault");
    }
    T made = change.make();
    if (changesLeft == -1) {
      throw new IOException("injected fault");
    }
    return made;
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return attempt(
        () -> super.create(path, overwrite, bufferSize, replication, blockSize, progress));
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    return attempt(() -> super.rename(from, to));
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    return attempt(() -> super.delete(path, recursive));
  }

  /** Hadoop's own would look at the file's owner, which it cannot under another scheme. */
  private static FileStatus plain(FileStatus status) {
    return new FileStatus(
        status.getLen(),
        status.isDirectory(),
        status.getReplication(),
        status.getBlockSize(),
        status.getModificationTime(),
        status.getPath());
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    return plain(super.getFileStatus(path));
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    return Arrays.stream(super.listStatus(path))
        .map(FaultyFileSystem::plain)
        .toArray(FileStatus[]::new);
  }
}
