package dev.slicewise.jobs.sink;

/**
 * Which run it was.
 *
 * @param command what ran
 * @param runId its name; null where nobody gave it one
 * @param model whose predictions; null where nobody said
 * @param output the directory with the results, or null
 */
public record RunFacts(String command, String runId, String model, String output) {}
