package dev.slicewise.jobs.failure;

import dev.slicewise.core.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one sentence. */
public final class UsageProblem {
  private UsageProblem() {}

  /** The sentence, as a failure. */
  public static JobException of(ParameterException problem) {
    return JobException.usage(sentence(problem), problem);
  }

  private static String sentence(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    if (problem instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0), command);
    }
    if (problem instanceof OverwrittenOptionException twice) {
      return "expected " + name(twice.getOverwritten()) + " once, found it twice.";
    }
    if (problem instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return "expected a value after " + name(missing.getMissing().get(0)) + ", found none.";
    }
    if (problem.getArgSpec() != null && problem.getValue() != null) {
      Class<?> type = problem.getArgSpec().type();
      String expected = type == Long.class ? "a whole number" : "a number";
      return "expected "
          + (type == Boolean.class ? "no value" : expected)
          + " for "
          + name(problem.getArgSpec())
          + ", found '"
          + problem.getValue()
          + "'.";
    }
    String message = problem.getMessage().strip().lines().findFirst().orElse("wrong usage");
    return message.endsWith(".") ? message : message + ".";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String unknown(String argument, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    if (argument.startsWith("-")) {
      String flag = argument.replaceFirst("=.*", "");
      List<String> known = new ArrayList<>();
      command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
      return "unknown flag '"
          + flag
          + "'."
          + Nearest.hint(flag, known)
          + " `"
          + name
          + " --help` lists all.";
    }
    List<String> commands =
        command.getSubcommands().entrySet().stream()
            .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
            .map(java.util.Map.Entry::getKey)
            .toList();
    return commands.isEmpty()
        ? "expected flags only, found '" + argument + "'. `" + name + " --help` lists all."
        : "unknown command '"
            + argument
            + "'."
            + Nearest.hint(argument, commands)
            + " The commands are "
            + String.join(", ", commands.subList(0, commands.size() - 1))
            + " and "
            + commands.get(commands.size() - 1)
            + ".";
  }
}
