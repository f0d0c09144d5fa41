package dev.slicewise.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.numeric.RowHash;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * States written by released code: read for ever, and written again by today's code from the same
 * rows. {@code suites.txt} names the suite and the number of rows of each file.
 *
 * <p>Until format version 1 is released the files follow the code: {@code
 * -Dslicewise.states.write=true} writes those of version 1 again. After that they never change, and
 * a new version gets a directory of its own.
 */
class StateFilesTest {
  private static final Path FILES = Path.of("src/test/resources/states/v1");

  private static final int HEADER = 14;
  private static final int CHECKSUM = 4;

  /**
   * One file.
   *
   * @param name without its ending
   * @param rows how many
   * @param suite as a stored state carries it
   */
  record StateFile(String name, int rows, String suite) {
    @Override
    public String toString() {
      return name;
    }

    byte[] bytes() throws IOException {
      return Files.readAllBytes(FILES.resolve(name + ".bin"));
    }

    EvaluationPlan plan() {
      return EvaluationPlan.of(Suite.parse(suite, MetricCatalog.standard()));
    }

    /** The state of the file's rows by today's code. */
    byte[] today() {
      EvaluationPlan plan = plan();
      return StateCodec.toStored(new Kernel(name, plan).state(StateFilesTest.rows(plan, rows)));
    }
  }

  static List<StateFile> files() throws IOException {
    return Files.readAllLines(FILES.resolve("suites.txt"), StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\\|"))
        .map(
            part -> new StateFile(part[0].trim(), Integer.parseInt(part[1].trim()), part[2].trim()))
        .toList();
  }

  /** Rows made by the row hash, so that they are the same for ever: one in ten cannot be used. */
  private static Rows rows(EvaluationPlan plan, int count) {
    double[][] values = new double[plan.roles().size()][count];
    long[] keys = new long[count];
    boolean[][] nulls = new boolean[values.length][count];
    Object[][] objects = new Object[values.length][];
    for (int i = 0; i < count; i++) {
      keys[i] = i;
      for (int c = 0; c < values.length; c++) {
        Role role = plan.roles().get(c);
        double unit = (RowHash.hash(i, c, 0) >>> 11) * 0x1p-53;
        if (role.shape() != Shape.NUMBER) {
          objects[c] = objects[c] == null ? new Object[count] : objects[c];
          objects[c][i] = object(role, unit);
          continue;
        }
        boolean label = role.equals(Role.LABEL);
        boolean weight = role.equals(Role.WEIGHT);
        values[c][i] = label ? Math.rint(unit) : weight ? 1 + Math.floor(4 * unit) : unit;
      }
      if (i % 10 == 9) {
        nulls[i % values.length][i] = true;
      }
    }
    return new Rows(plan.roles(), values, objects, nulls, keys);
  }

  private static Object object(Role role, double unit) {
    if (role.shape() == Shape.NUMBERS) {
      return new double[] {unit, unit * unit, 1 - unit};
    }
    boolean side = role.equals(Role.SPLIT);
    return side ? (unit < 0.5 ? "reference" : "current") : "g" + (int) (1500 * unit * unit);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isReadForEver(StateFile file) throws IOException {
    SliceState read = new StateCodec(MetricCatalog.standard()).readStored(file.bytes());
    assertThat(read.rows()).isEqualTo(file.rows());
    // What follows the suite, whose text may gain parameters, and precedes the checksum.
    byte[] bytes = file.bytes();
    int suite = file.suite().getBytes(StandardCharsets.UTF_8).length;
    int start = HEADER + (suite < 128 ? 1 : 2) + suite;
    byte[] transport = StateCodec.toTransport(read);
    assertThat(Arrays.copyOfRange(transport, HEADER, transport.length - CHECKSUM))
        .isEqualTo(Arrays.copyOfRange(bytes, start, bytes.length - CHECKSUM));
    read.merge(StateCodec.read(file.bytes(), file.plan()));
    assertThat(read.rows()).isEqualTo(2L * file.rows());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isWhatTodaysCodeWrites(StateFile file) throws IOException {
    if (Boolean.getBoolean("slicewise.states.write")) {
      Files.write(FILES.resolve(file.name() + ".bin"), file.today());
    }
    assertThat(file.today()).isEqualTo(file.bytes());
  }

  @Test
  void everyFileIsListedAndEveryKindOfStatisticIsThere() throws IOException {
    try (Stream<Path> all = Files.list(FILES)) {
      List<String> names =
          all.map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".bin"))
              .sorted()
              .toList();
      assertThat(names)
          .isEqualTo(files().stream().map(file -> file.name() + ".bin").sorted().toList());
    }
    List<Integer> tags =
        files().stream()
            .flatMap(file -> file.plan().statistics().stream())
            .map(statistic -> statistic.tag())
            .distinct()
            .sorted()
            .toList();
    // No metric of the catalogue remembers a fixed sum, tag 4.
    assertThat(tags).containsExactly(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17);
  }
}
