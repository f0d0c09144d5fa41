package dev.slicewise.jobs.catalogue;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.output.Json;
import java.io.IOException;
import java.io.StringWriter;
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

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private String format = "text";

  /** The command, writing to a terminal. */
  public MetricsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Collection<CatalogEntry> entries = asked();
    switch (format.toLowerCase(Locale.ROOT)) {
      case "json" -> terminal.out().print(json(entries));
      case "text" -> {
        CatalogueText text = new CatalogueText(terminal.width());
        List<String> lines =
            name == null ? text.list(entries) : text.explain(entries.iterator().next());
        lines.forEach(terminal.out()::println);
      }
      default ->
          throw JobException.usage(
              "expected --format to be one of text, json, found '" + format + "'.");
    }
    return ExitCode.OK;
  }

  private Collection<CatalogEntry> asked() {
    try {
      MetricCatalog catalog = MetricCatalog.standard();
      return name == null ? catalog.entries() : List.of(catalog.entry(name));
    } catch (IllegalArgumentException e) {
      throw JobException.usage(e.getMessage(), e);
    }
  }

  /** A list of objects; of one when a metric was named. */
  private static String json(Collection<CatalogEntry> entries) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.indented(text)) {
      json.writeStartArray();
      for (CatalogEntry entry : entries) {
        Json.write(json, new CataloguePage(entry).values());
      }
      json.writeEndArray();
    }
    return text.append('\n').toString();
  }
}
