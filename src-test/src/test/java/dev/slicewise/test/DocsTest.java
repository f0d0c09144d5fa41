package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.ParameterInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages of docs claim: every marked query gives the table below it, every figure in the
 * text stands in such a table, every metric that is named exists.
 */
class DocsTest {
  private static final String MARKER = "<!-- test:";

  /** A marked query and the Markdown table that is its answer. */
  private static final Pattern ANSWERED =
      Pattern.compile(
          "(?ms)^<!-- test: table -->\\n```sql\\n(.*?)^```\\n\\n((?:^\\|[^\\n]*\\|\\n)+)");

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern FIGURE = Pattern.compile("(?<![\\w.])\\d+\\.\\d+(?![\\w.]*\\w)");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

  /**
   * A query with the answer that is printed.
   *
   * @param page where it stands
   * @param sql the query
   * @param table lines of the answer, headings first
   */
  private record Answered(Path page, String sql, List<List<String>> table) {
    @Override
    public String toString() {
      return page.getFileName() + ": " + sql.lines().findFirst().orElse("");
    }
  }

  private static List<Path> pages() throws Exception {
    try (Stream<Path> files = Files.list(Spark.project().resolve("docs"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static Path choosing() {
    return Spark.project().resolve("docs/choosing.md");
  }

  static Stream<Answered> answered() throws Exception {
    List<Answered> all = new ArrayList<>();
    for (Path page : pages()) {
      Matcher matcher = ANSWERED.matcher(Files.readString(page));
      while (matcher.find()) {
        all.add(new Answered(page, matcher.group(1), table(matcher.group(2))));
      }
    }
    return all.stream();
  }

  private static List<List<String>> table(String markdown) {
    return markdown
        .lines()
        .filter(line -> !line.startsWith("|---"))
        .map(line -> line.substring(1, line.length() - 1).split("\\|", -1))
        .map(cells -> Arrays.stream(cells).map(String::trim).toList())
        .toList();
  }

  @Test
  void everyMarkedBlockIsFound() throws Exception {
    long markers = 0;
    for (Path page : pages()) {
      markers += Files.readString(page).split(MARKER, -1).length - 1;
    }
    assertThat(answered().count()).isEqualTo(markers).isGreaterThan(8);
  }

  @ParameterizedTest
  @MethodSource("answered")
  void theQueryGivesTheTableBelowIt(Answered answered) {
    Dataset<Row> result = Spark.sql(answered.sql());
    List<List<String>> found = new ArrayList<>();
    found.add(List.of(result.columns()));
    for (Row row : result.collectAsList()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        cells.add(row.isNullAt(i) ? "NULL" : ParameterInfo.text(row.get(i)));
      }
      found.add(cells);
    }
    assertThat(found).as(answered.sql()).isEqualTo(answered.table());
  }

  @Test
  void everyFigureInTheTextStandsInATable() throws Exception {
    List<String> checked =
        answered()
            .filter(each -> each.page().equals(choosing()))
            .flatMap(each -> each.table().stream().flatMap(List::stream))
            .toList();
    String text = ANSWERED.matcher(Files.readString(choosing())).replaceAll("");
    String prose = CODE.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("");
    Matcher figures = FIGURE.matcher(prose);
    while (figures.find()) {
      assertThat(checked).as("a figure in the text of choosing.md").contains(figures.group());
    }
  }

  @Test
  void everyMetricThatIsNamedExists() throws Exception {
    TreeSet<String> unknown = new TreeSet<>();
    int named = 0;
    Matcher code = CODE.matcher(FENCE.matcher(Files.readString(choosing())).replaceAll(""));
    while (code.find()) {
      String name = code.group(1).replace("limit=…", "limit=1");
      if (name.matches("[a-z0-9_]+(\\(.*\\))?") && !List.of("alpha", "delta").contains(name)) {
        named++;
        try {
          MetricCatalog.standard().parse(name);
        } catch (IllegalArgumentException e) {
          unknown.add(name + ": " + e.getMessage());
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(named).isGreaterThan(50);
  }
}
