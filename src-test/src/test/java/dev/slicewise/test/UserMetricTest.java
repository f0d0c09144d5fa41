package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A metric and a loss in a user's own jar work in the command line, in SQL and in the builder. */
class UserMetricTest {
  private static final String METRIC =
      """
      package com.example;

      import dev.slicewise.core.metric.*;
      import dev.slicewise.core.statistic.*;
      import dev.slicewise.core.term.*;
      import java.util.List;

      @MetricInfo(id = "signed_range", summary = "Largest minus smallest error, scaled.",
          formula = "scale · (max e - min e)", range = "[0, inf)",
          better = MetricInfo.Direction.LOWER)
      public record SignedRange(
          @Parameter(doc = "factor", range = "(0, inf)") double scale) implements Metric {
        private static final Extremes ERRORS = new Extremes(Residual.SIGNED);

        public SignedRange() {
          this(1.0);
        }

        @Override
        public List<Statistic<?>> needs() {
          return List.of(ERRORS);
        }

        @Override
        public MetricValue value(StateView states) {
          Extremes.State errors = states.state(ERRORS);
          return MetricValue.exact(scale * (errors.largest() - errors.smallest()));
        }
      }
      """;

  private static final String LOSS =
      """
      package com.example;

      import dev.slicewise.core.term.*;

      @LossInfo(id = "fourth_power", summary = "Fourth power of the error.", formula = "e^4",
          gradient = "4 e^3", hessian = "12 e^2", noiseModel = "none", elicits = "none",
          cost = "errors twice as large cost sixteen times")
      public record FourthPower() implements PointLoss {
        @Override
        public double value(double label, double prediction) {
          double e = prediction - label;
          return e * e * e * e;
        }

        @Override
        public double gradient(double label, double prediction) {
          double e = prediction - label;
          return 4 * e * e * e;
        }

        @Override
        public double hessian(double label, double prediction) {
          double e = prediction - label;
          return 12 * e * e;
        }
      }
      """;

  private static final String PROGRAM =
      """
      package com.example;

      import dev.slicewise.spark.*;
      import org.apache.spark.sql.*;

      public class Program {
        public static void main(String[] arguments) throws Exception {
          try (SparkSession spark = SparkSession.builder().master("local[1]")
              .config("spark.ui.enabled", "false").getOrCreate()) {
            Dataset<Row> rows = spark.sql("SELECT * FROM VALUES (1D, 3D), (2D, 1D) AS t(y, p)");
            rows.createOrReplaceTempView("t");
            System.out.println("sql " + spark.sql("SELECT signed_range(y, p, scale => 2),"
                + " fourth_power(y, p), eval_metric(eval_state('signed_range', y, p),"
                + " 'signed_range'), max(loss_fourth_power(y, p)) FROM t").first());
            try (SliceTable table = Evaluation.of(rows).label("y").prediction("p")
                .metrics("signed_range(scale=2)", "fourth_power").run()) {
              System.out.println(table.toText(5));
            }
          }
        }
      }
      """;

  @TempDir private static Path folder;

  private static Path jar;

  @BeforeAll
  static void pack() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("com/example"));
    Files.writeString(sources.resolve("SignedRange.java"), METRIC);
    Files.writeString(sources.resolve("FourthPower.java"), LOSS);
    Files.writeString(sources.resolve("Program.java"), PROGRAM);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                sources.resolve("SignedRange.java").toString(),
                sources.resolve("FourthPower.java").toString(),
                sources.resolve("Program.java").toString());
    assertThat(result).isZero();
    jar = folder.resolve("metrics.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("SignedRange", "FourthPower", "Program")) {
        add(
            out,
            "com/example/" + name + ".class",
            Files.readAllBytes(sources.resolve(name + ".class")));
      }
      add(
          out,
          "META-INF/services/dev.slicewise.core.metric.Metric",
          bytes("com.example.SignedRange"));
      add(out, "META-INF/services/dev.slicewise.core.term.Loss", bytes("com.example.FourthPower"));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  @Test
  void inTheCommandLine() throws Exception {
    Path csv = folder.resolve("rows.csv");
    Files.writeString(csv, "y,p\n1,3\n2,1\n");
    Processes.Outcome outcome =
        Processes.slicewise(
            Map.of(),
            List.of(
                "--jars",
                jar.toString(),
                "evaluate",
                "--input",
                csv.toString(),
                "--label",
                "y",
                "--prediction",
                "p",
                "--metrics",
                "signed_range(scale=2), fourth_power"));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .containsPattern("(?s)signed_range\\(\\s+slice +rows +scale=2\\) +fourth_power")
        .containsPattern("all rows +2 +6 +8 ");
    Processes.Outcome explained =
        Processes.slicewise(Map.of(), List.of("--jars", jar.toString(), "metrics", "fourth_power"));
    assertThat(explained.out()).contains("Fourth power of the error.");
    Processes.Outcome unknown = Processes.slicewise(Map.of(), List.of("metrics", "fourth_power"));
    assertThat(unknown.exitCode()).isEqualTo(2);
  }

  @Test
  void inSqlAndTheBuilder() throws Exception {
    Processes.Outcome outcome =
        Processes.run(
            Map.of("SPARK_LOCAL_IP", "127.0.0.1"),
            List.of(
                "java",
                "@" + Spark.project().resolve("bin/spark.jvmargs"),
                "-cp",
                jar + ":" + System.getProperty("java.class.path"),
                "com.example.Program"));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("sql [6.0,8.5,3.0,16.0]").contains("signed_range(scale=2)");
  }
}
