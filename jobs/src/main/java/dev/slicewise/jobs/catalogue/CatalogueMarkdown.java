package dev.slicewise.jobs.catalogue;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.metric.reference.Family;
import dev.slicewise.core.metric.reference.MetricPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The catalogue as the page {@code docs/metrics.md}: a table of contents, then every entry. */
final class CatalogueMarkdown {
  /** What Markdown would take for emphasis, markup or a link. */
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*<>~]|(?<!\\w)_|_(?!\\w)|\\](?=\\()");

  private static final String INTRODUCTION =
      """
      # Metrics and losses

      Made from the catalogue in code by `bin/slicewise metrics --format markdown > docs/metrics.md`; \
      do not edit. [choosing.md](choosing.md) helps to choose, \
      [state-format.md](state-format.md) describes what is remembered.

      - y is the label, p the prediction, w the weight and W its sum; **e = p − y**, so a positive error \
      is over-prediction; e⁺ = max(e, 0), e⁻ = max(−e, 0).
      - Every id, alias and preset is a name for `--metrics`, `Evaluation.metrics` and, unless it is \
      a curve, a SQL function. A loss as a metric is its mean; row by row it is `loss_<id>`.
      - A value is *exact* up to final rounding, *bounded* with the bound beside it, or *estimated*; the \
      entry says which. Undefined is null with the reason.
      - Rows that a metric cannot use are counted by reason and left out of that metric only.
      """;

  private static final String PROFILES =
      """
      ## Convention profiles

      `--profile sklearn` (`profile:` in YAML, `Evaluation.profile`, `profile => 'sklearn'` in SQL, or \
      the session's `spark.slicewise.profile`) sets defaults of parameters to those of another \
      library; a parameter that is given wins. An empty cell is our own default. \
      [Why](decisions/0011-profiles-are-defaults.md), and what no profile reproduces.

      """;

  private final StringBuilder text = new StringBuilder();

  static String of(List<MetricPage> pages) {
    return new CatalogueMarkdown().write(pages);
  }

  private String write(List<MetricPage> pages) {
    Map<Family, List<MetricPage>> families = new TreeMap<>();
    for (MetricPage page : pages) {
      families.computeIfAbsent(page.family(), ignored -> new ArrayList<>()).add(page);
    }
    text.append(INTRODUCTION).append('\n');
    families.forEach(this::contents);
    families.forEach(
        (family, members) -> {
          text.append("## ").append(capital(family.title())).append("\n\n");
          members.forEach(this::entry);
        });
    profiles();
    return text.toString();
  }

  /** What every profile says, key by key. */
  private void profiles() {
    List<Profile> profiles =
        Profile.names().stream()
            .map(Profile::of)
            .filter(profile -> !profile.defaults().isEmpty())
            .toList();
    TreeSet<String> keys = new TreeSet<>();
    profiles.forEach(profile -> keys.addAll(profile.defaults().keySet()));
    text.append(PROFILES).append("| parameter |");
    profiles.forEach(profile -> text.append(' ').append(profile.name()).append(" |"));
    text.append("\n|---|").append("---|".repeat(profiles.size())).append('\n');
    for (String key : keys) {
      text.append("| ").append(code(key)).append(" |");
      profiles.forEach(
          profile ->
              text.append(' ').append(profile.defaults().getOrDefault(key, "")).append(" |"));
      text.append('\n');
    }
  }

  /** A line an entry, so that versions with different additions merge. */
  private void contents(Family family, List<MetricPage> members) {
    text.append("**").append(capital(family.title())).append("**\n");
    members.forEach(page -> text.append("[" + page.id() + "](#" + page.id() + ")\n"));
    text.append('\n');
  }

  private void entry(MetricPage page) {
    CatalogEntry entry = page.entry();
    text.append("### ").append(page.id()).append("\n\n");
    text.append(plain(page.summary())).append("\n\n");
    line("formula", plain(page.formula()));
    line("also called", code(entry.aliases()));
    new TreeMap<>(entry.presets())
        .forEach((name, preset) -> line("preset", code(name) + " is " + code(preset)));
    page.facts().stream()
        .filter(fact -> !fact.name().equals("formula"))
        .forEach(fact -> line(fact.heading(), plain(fact.text())));
    line("roles", plain(String.join(", ", page.roleTexts())));
    line("SQL", entry.isScalar() ? code(page.call()) : "none, it is a table of points");
    page.edges().forEach(edge -> line("edge", plain(edge)));
    text.append('\n');
    parameters(entry.parameters());
  }

  private void parameters(List<ParameterInfo> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    text.append("| parameter | default | allowed | meaning |\n|---|---|---|---|\n");
    for (ParameterInfo parameter : parameters) {
      text.append("| ").append(code(parameter.name()));
      text.append(" | ").append(cell(ParameterInfo.text(parameter.defaultValue())));
      text.append(" | ").append(cell(MetricPage.allowed(parameter)));
      text.append(" | ").append(cell(parameter.doc())).append(" |\n");
    }
    text.append('\n');
  }

  private void line(String heading, String value) {
    if (!value.isEmpty()) {
      text.append("- *").append(heading).append("*: ").append(value).append('\n');
    }
  }

  private static String code(String word) {
    return "`" + word + "`";
  }

  private static String code(List<String> words) {
    return String.join(", ", words.stream().map(CatalogueMarkdown::code).toList());
  }

  private static String plain(String words) {
    return SPECIAL.matcher(words).replaceAll("\\\\$0");
  }

  private static String cell(String words) {
    return plain(words).replace("|", "\\|");
  }

  private static String capital(String title) {
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }
}
