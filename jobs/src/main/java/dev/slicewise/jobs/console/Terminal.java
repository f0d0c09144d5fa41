package dev.slicewise.jobs.console;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err complaints and progress
 * @param width columns of a line
 * @param rewritesLines whether a line on {@code err} can be written over
 */
public record Terminal(PrintStream out, PrintStream err, int width, boolean rewritesLines) {
  private static final int NARROWEST = 40;
  private static final int USUAL = 120;

  /** A terminal as the environment describes it: {@code COLUMNS}, {@code SLICEWISE_STDERR_TTY}. */
  public static Terminal of(PrintStream out, PrintStream err, Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    int width = columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : USUAL;
    return new Terminal(
        out,
        err,
        Math.max(NARROWEST, width),
        environment.getOrDefault("SLICEWISE_STDERR_TTY", "").equals("1"));
  }

  /** Writes one sentence of complaint, whatever characters it quotes. */
  public void complain(String sentence) {
    err.println("slicewise: " + DisplayText.visible(sentence));
  }
}
