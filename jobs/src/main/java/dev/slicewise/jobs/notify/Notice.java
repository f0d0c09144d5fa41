package dev.slicewise.jobs.notify;

import java.util.List;
import java.util.Map;

/**
 * What is told.
 *
 * @param runId which run
 * @param command what ran
 * @param verdict pass, fail or inconclusive
 * @param exitCode what the process returns
 * @param output where the results are, or null
 * @param gates gate by gate, as in {@code run.json}
 * @param lines the same for people
 */
public record Notice(
    String runId,
    String command,
    String verdict,
    int exitCode,
    String output,
    List<Map<String, Object>> gates,
    List<String> lines) {}
