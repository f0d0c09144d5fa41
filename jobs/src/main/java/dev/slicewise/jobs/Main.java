package dev.slicewise.jobs;

import dev.slicewise.jobs.catalogue.MetricsCommand;
import dev.slicewise.jobs.command.JobCommand;
import dev.slicewise.jobs.compare.CompareCommand;
import dev.slicewise.jobs.config.ConfigArguments;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.drift.DriftCommand;
import dev.slicewise.jobs.evaluate.EvaluateCommand;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.failure.UsageProblem;
import dev.slicewise.jobs.merge.MergeCommand;
import dev.slicewise.jobs.output.Versions;
import dev.slicewise.jobs.reporting.ReportCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: {@code slicewise evaluate} and its sister commands. */
@Command(
    name = "slicewise",
    description =
        "Evaluates model predictions on Apache Spark: all metrics, for all slices, in one"
            + " scan.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footer = {
      "",
      "Exit codes: 0 fine; 1 the run failed; 2 wrong usage, configuration or input; 3 a gate failed"
          + " or drift was found; 4 too little data to say. After 1 and 2 nothing was written."
    })
public final class Main implements Runnable {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  private Main(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int exitCode = run(arguments, stream(FileDescriptor.out), stream(FileDescriptor.err));
    // Where a launcher runs this method itself, as YARN does, ending the JVM would look like a
    // crash.
    if (exitCode != ExitCode.OK) {
      System.exit(exitCode);
    }
  }

  /** Results hold any characters, whatever the locale. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Runs a command inside this process and returns its exit code. */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    return run(arguments, Terminal.of(out, err, System.getenv()));
  }

  /** Runs a command on a terminal. */
  public static int run(String[] arguments, Terminal terminal) {
    int exitCode;
    try {
      CommandLine commands = commandLine(terminal);
      exitCode = commands.execute(withConfig(commands, arguments));
    } catch (JobException e) {
      exitCode = complain(terminal, e, false);
    } catch (Error e) {
      // Out of memory, or a jar that does not fit: the process ends, but not with a riddle.
      exitCode = complain(terminal, Failures.of(e), true);
    }
    terminal.out().flush();
    terminal.err().flush();
    return exitCode;
  }

  private static CommandLine commandLine(Terminal terminal) {
    CommandLine commands = new CommandLine(new Main(terminal));
    commands.addSubcommand(new EvaluateCommand(terminal));
    commands.addSubcommand(new MergeCommand(terminal));
    commands.addSubcommand(new CompareCommand(terminal));
    commands.addSubcommand(new DriftCommand(terminal));
    commands.addSubcommand(new ReportCommand(terminal));
    commands.addSubcommand(new MetricsCommand(terminal));
    commands.addSubcommand(new HelpCommand());
    commands.getSubcommands().get("help").getCommandSpec().usageMessage().hidden(true);
    commands.setOut(new PrintWriter(terminal.out(), true));
    commands.setErr(new PrintWriter(terminal.err(), true));
    commands.setUsageHelpWidth(Math.min(100, terminal.width()));
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    commands.setParameterExceptionHandler(
        (wrong, said) -> complain(terminal, UsageProblem.of(wrong), false));
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) ->
            complain(
                terminal,
                Failures.of(failure),
                command.getCommand() instanceof EvaluateCommand evaluate && evaluate.isVerbose()
                    || command.getCommand() instanceof JobCommand job && job.isVerbose()));
    return commands;
  }

  /** The arguments, with what the file of {@code --config} says before them. */
  private static String[] withConfig(CommandLine commands, String[] arguments) {
    CommandLine command =
        arguments.length == 0 ? null : commands.getSubcommands().get(arguments[0]);
    if (command == null || !(command.getCommand() instanceof JobCommand job)) {
      return arguments;
    }
    List<String> all = new ArrayList<>(List.of(arguments[0]));
    List<String> given = List.of(arguments).subList(1, arguments.length);
    all.addAll(ConfigArguments.expand(command.getCommandSpec(), job.sections(), given));
    return all.toArray(new String[0]);
  }

  private static int complain(Terminal terminal, JobException reason, boolean verbose) {
    terminal.complain(reason.getMessage());
    if (verbose && reason.exitCode() == ExitCode.FAILED) {
      reason.printStackTrace(terminal.err());
    }
    return reason.exitCode();
  }

  @Override
  public void run() {
    spec.commandLine().usage(terminal.err());
    throw JobException.usage(
        "expected a command: evaluate, merge, compare, drift, report or metrics.");
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"slicewise " + Versions.slicewise()};
    }
  }
}
