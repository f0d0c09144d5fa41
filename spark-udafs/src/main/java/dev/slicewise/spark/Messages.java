package dev.slicewise.spark;

/** Makes one sentence of what Spark says in many lines. */
public final class Messages {
  private static final int LONGEST = 400;

  private Messages() {}

  /** The first line of a message without error classes, SQL states and plans. */
  public static String firstSentence(Throwable error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    String line = message.strip().lines().findFirst().orElse("").strip();
    line = line.replaceAll("^\\[[A-Z0-9_.]+\\]\\s*", "").replaceAll("\\s*SQLSTATE: \\w+.*$", "");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
