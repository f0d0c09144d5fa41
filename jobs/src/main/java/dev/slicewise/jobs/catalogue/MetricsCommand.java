package dev.slicewise.jobs.catalogue;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.reference.MetricPage;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.failure.JobException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slicewise metrics}: lists the catalogue or explains one of its metrics. */
@Command(
    name = "metrics",
    description = "List the catalogue of metrics, or explain one: formula, what it rewards, traps.",
    mixinStandardHelpOptions = true)
public final class MetricsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Id, alias or preset of the metric to explain.")
  private String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json or markdown.")
  private String format = "text";

  /** The command, writing to a terminal. */
  public MetricsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<MetricPage> pages = asked();
    switch (format.toLowerCase(Locale.ROOT)) {
      case "json" -> terminal.out().print(CatalogueJson.of(pages));
      case "markdown" -> terminal.out().print(CatalogueMarkdown.of(pages));
      case "text" -> {
        CatalogueText text = new CatalogueText(terminal.width());
        List<String> lines = name == null ? text.list(pages) : text.explain(pages.get(0));
        lines.forEach(terminal.out()::println);
      }
      default ->
          throw JobException.usage(
              "expected --format to be one of text, json, markdown, found '" + format + "'.");
    }
    return ExitCode.OK;
  }

  private List<MetricPage> asked() {
    try {
      MetricCatalog catalog = MetricCatalog.standard();
      Collection<CatalogEntry> entries =
          name == null ? catalog.entries() : List.of(catalog.entry(name));
      return entries.stream().map(MetricPage::new).toList();
    } catch (IllegalArgumentException e) {
      throw JobException.usage(e.getMessage(), e);
    }
  }
}
