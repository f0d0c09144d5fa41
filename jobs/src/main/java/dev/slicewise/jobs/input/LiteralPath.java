package dev.slicewise.jobs.input;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** Paths for Spark's readers, which take some characters of a name for patterns. */
public final class LiteralPath {
  private static final Pattern PATTERN = Pattern.compile("[\\[\\]{}*?\\\\]");

  private LiteralPath() {}

  /**
   * The text that a reader takes for just this path. (Telling it not to look for patterns is no
   * way: Spark 4.1 then reads several paths of such names several times.)
   */
  public static String of(Path path) {
    return PATTERN.matcher(path.toString()).replaceAll("\\\\$0");
  }
}
