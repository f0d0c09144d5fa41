package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftThresholds;
import dev.slicewise.jobs.command.JobCommand;
import dev.slicewise.jobs.command.OutputOptions;
import dev.slicewise.jobs.console.Terminal;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slicewise drift}: what has changed since the reference, and by how much. */
@Command(
    name = "drift",
    description =
        "Compare distributions of columns, missing rates and metrics with a reference or the window"
            + " before, from rows or from stored states.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Effect sizes decide; p-values are shown and decide nothing. In a file of --config the key"
          + " thresholds holds limits by method, {below: 0.5, above: 2} among their forms, those of"
          + " single columns under columns, and margins by metric.",
      "Exit code 3: something drifted. 4: nothing can be said, for want of rows."
    })
public final class DriftCommand extends JobCommand {
  @Mixin private SideOptions sides;
  @Mixin private QuestionOptions asked;
  @Mixin private OutputOptions output;

  /** The command, writing to a terminal. */
  public DriftCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public List<String> sections() {
    return List.of("thresholds");
  }

  @Override
  protected void check() {
    sides.kind();
    asked.check();
    limits();
    output.config();
  }

  private DriftThresholds limits() {
    return DriftLimits.of(configuration(), asked.thresholds);
  }

  @Override
  protected int run(SparkSession session) throws IOException {
    DriftJob job = new DriftJob(session, sides, asked, limits(), output.config());
    return job.run(terminal(), isQuiet());
  }
}
