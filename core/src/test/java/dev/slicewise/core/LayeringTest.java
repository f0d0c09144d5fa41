package dev.slicewise.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls between packages and the rules of a file, read from core's sources. */
class LayeringTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");
  private static final String CORE = "dev.slicewise.core.";

  /** What a package may import: those of lower rank, and itself. */
  private static final Map<String, Integer> RANKS =
      Map.ofEntries(
          Map.entry("text", 0),
          Map.entry("codec", 0),
          Map.entry("numeric", 1),
          Map.entry("term", 2),
          Map.entry("statistic", 3),
          Map.entry("interval", 4),
          Map.entry("drift", 5),
          Map.entry("metric", 6),
          Map.entry("plan", 7),
          Map.entry("slice", 8),
          Map.entry("compare", 9),
          Map.entry("gate", 9));

  private static final int LONGEST_FILE = 250;
  private static final int LONGEST_TEST = 400;

  /** Functions whose last bits differ between processors; StrictMath's do not. */
  private static final Pattern INEXACT =
      Pattern.compile(
          "\\bMath\\.(sin|cos|tan|asin|acos|atan|atan2|exp|log|log10|cbrt|pow|sinh|cosh|tanh|hypot"
              + "|expm1|log1p)\\(");

  private static final Pattern MENTION = Pattern.compile("dev\\.slicewise\\.core\\.([a-z]+)");

  /** Files whose streams are run once per evaluator, before any row. */
  private static final Set<String> BEFORE_ROWS = Set.of("Columns.java");

  private static Map<Path, String> sources(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      Map<Path, String> sources = new TreeMap<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.put(file, Files.readString(file));
      }
      assertThat(sources).isNotEmpty();
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String packageOf(Path source) {
    return MAIN.resolve("dev/slicewise/core").relativize(source).getName(0).toString();
  }

  @Test
  void packagesPointLeft() {
    sources(MAIN)
        .forEach(
            (file, text) -> {
              String own = packageOf(file);
              assertThat(RANKS).as("the order of packages, for %s", file).containsKey(own);
              Matcher mentions = MENTION.matcher(text);
              while (mentions.find()) {
                String other = mentions.group(1);
                assertThat(other.equals(own) || RANKS.get(other) < RANKS.get(own))
                    .as("%s may not know %s", file, other)
                    .isTrue();
              }
            });
  }

  @Test
  void coreKnowsNothingOfSparkOrOfOtherLibraries() {
    Pattern imported = Pattern.compile("import (?:static )?([\\w.]+)");
    sources(MAIN)
        .forEach(
            (file, text) -> {
              Matcher imports = imported.matcher(text);
              // Compiled apart, and loaded only where the JVM has the module.
              boolean vectors = file.toString().matches(".*numeric/Vector\\w+\\.java");
              while (imports.find()) {
                assertThat(imports.group(1))
                    .as(file.toString())
                    .matches(
                        "(java\\.|dev\\.slicewise\\.core\\.|org\\.apache\\.commons\\.(numbers"
                            + "|statistics)\\.)"
                            + (vectors ? ".*|jdk\\.incubator\\.vector\\..*" : ".*"));
              }
            });
  }

  @Test
  void filesFitOnThreeScreens() {
    Map<Path, Integer> limits = Map.of(MAIN, LONGEST_FILE, TEST, LONGEST_TEST);
    Map<Path, Long> tooLong = new TreeMap<>();
    limits.forEach(
        (root, limit) ->
            sources(root)
                .forEach(
                    (file, text) -> {
                      if (text.lines().count() > limit) {
                        tooLong.put(file, text.lines().count());
                      }
                    }));
    assertThat(tooLong).isEmpty();
  }

  @Test
  void transcendentalFunctionsAreStrict() {
    sources(MAIN)
        .forEach((file, text) -> assertThat(text).as("%s", file).doesNotContainPattern(INEXACT));
  }

  @Test
  void nobodyPrintsOrLeavesWorkBehind() {
    Pattern printing = Pattern.compile("System\\.(out|err)|printStackTrace|\\bTODO\\b|\\bFIXME\\b");
    sources(MAIN)
        .forEach((file, text) -> assertThat(text).as("%s", file).doesNotContainPattern(printing));
  }

  @Test
  void rowsAreNotStreamed() {
    sources(MAIN)
        .forEach(
            (file, text) -> {
              if (RANKS.get(packageOf(file)) <= RANKS.get("statistic")
                  && !packageOf(file).equals("text")
                  && !BEFORE_ROWS.contains(file.getFileName().toString())) {
                assertThat(text).as("%s", file).doesNotContain("java.util.stream", ".stream(");
              }
            });
  }

  /** The classes of core, nested ones included. */
  private static List<Class<?>> classes() throws IOException {
    Path root = Path.of("target/classes");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(path -> root.relativize(path).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .<Class<?>>map(LayeringTest::load)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, LayeringTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }

  @Test
  void everyMetricAndLossIsInTheCatalogue() throws IOException {
    TreeSet<String> known = new TreeSet<>();
    for (CatalogEntry entry : MetricCatalog.standard().entries()) {
      known.add(entry.id());
    }
    TreeSet<String> found = new TreeSet<>();
    for (Class<?> type : classes()) {
      MetricInfo metric = type.getAnnotation(MetricInfo.class);
      LossInfo loss = type.getAnnotation(LossInfo.class);
      boolean describable =
          type.isRecord()
              && (Metric.class.isAssignableFrom(type) || Loss.class.isAssignableFrom(type));
      if (metric != null) {
        found.add(metric.id());
      } else if (loss != null) {
        found.add(loss.id());
      } else if (describable
          && Modifier.isPublic(type.getModifiers())
          && !ResolvedMetric.class.isAssignableFrom(type)) {
        assertThat(type.getSimpleName()).as("%s lacks its info", type).isEqualTo("LossMetric");
      }
    }
    assertThat(found).isEqualTo(known);
  }

  /** What states are shared by leaves packages out, so simple names must tell apart. */
  @Test
  void whatAPlanRemembersHasANameOfItsOwn() throws IOException {
    Map<String, Class<?>> names = new TreeMap<>();
    for (Class<?> type : classes()) {
      boolean remembered =
          Term.class.isAssignableFrom(type)
              || Statistic.class.isAssignableFrom(type)
              || Condition.class.isAssignableFrom(type);
      if (remembered && type.isRecord()) {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
        assertThat(names.put(name, type)).as("two records called %s", name).isNull();
        assertThat(type.getName()).startsWith(CORE);
      }
    }
    assertThat(names).hasSizeGreaterThan(40);
  }
}
