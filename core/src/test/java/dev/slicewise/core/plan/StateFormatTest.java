package dev.slicewise.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.term.Batch;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/state-format.md, byte by byte. */
class StateFormatTest {
  private static final Path PAGE = Path.of("..", "docs", "state-format.md");
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  /** A line of the worked example: offset, bytes, meaning. */
  private static final Pattern STATE_LINE =
      Pattern.compile("([0-9a-f]{4})  ((?:[0-9a-f]{2} )*[0-9a-f]{2}) {2,}\\S.*");

  /** A row of the table of primitives: kind, value, bytes. */
  private static final Pattern PRIMITIVE =
      Pattern.compile("\\| (\\w+) \\| (\\S+) \\| ((?:[0-9a-f]{2} )*[0-9a-f]{2}) \\|");

  private static SliceState example() {
    EvaluationPlan plan = EvaluationPlan.of(Suite.of("mae").withoutIntervals());
    SliceState slice = plan.emptyState();
    BatchEvaluator evaluator = new BatchEvaluator(plan);
    Batch batch = evaluator.newBatch();
    double[][] rows = {{1, 1.5}, {2, 1}};
    for (int row = 0; row < rows.length; row++) {
      batch.set(0, row, rows[row][0]);
      batch.set(1, row, rows[row][1]);
    }
    batch.rows(rows.length);
    evaluator.add(batch, slice);
    return slice;
  }

  /** The lines of the page's fenced block of a kind. */
  private static List<String> block(String kind) throws IOException {
    List<String> page = Files.readAllLines(PAGE, StandardCharsets.UTF_8);
    int start = page.indexOf("```" + kind);
    assertThat(start).as("block %s of %s", kind, PAGE).isNotNegative();
    List<String> block = new ArrayList<>();
    for (int i = start + 1; !page.get(i).equals("```"); i++) {
      block.add(page.get(i));
    }
    return block;
  }

  @Test
  void workedExample() throws IOException {
    StringBuilder bytes = new StringBuilder();
    int offset = 0;
    for (String line : block("state")) {
      Matcher matcher = STATE_LINE.matcher(line);
      assertThat(matcher.matches()).as(line).isTrue();
      assertThat(Integer.parseInt(matcher.group(1), 16)).as(line).isEqualTo(offset);
      offset += HEX.parseHex(matcher.group(2)).length;
      bytes.append(bytes.isEmpty() ? "" : " ").append(matcher.group(2));
    }
    byte[] written = StateCodec.toStored(example());
    assertThat(bytes.toString()).isEqualTo(HEX.formatHex(written));

    SliceState read = new StateCodec(MetricCatalog.standard()).readStored(written);
    MetricValue value = Finish.DEFAULT.results(read).get(0).value();
    assertThat(value).isEqualTo(MetricValue.exact(0.75));
    byte[] transport = StateCodec.toTransport(example());
    int suite = 1 + read.plan().suite().text().length();
    assertThat(transport).hasSize(written.length - suite);
    assertThat(StateCodec.toStored(StateCodec.read(transport, read.plan()))).isEqualTo(written);
  }

  @Test
  void descriptors() throws IOException {
    assertThat(block("descriptors")).isEqualTo(example().plan().descriptors());
  }

  @Test
  void primitives() throws IOException {
    int examples = 0;
    for (String line : Files.readAllLines(PAGE, StandardCharsets.UTF_8)) {
      Matcher matcher = PRIMITIVE.matcher(line);
      if (matcher.matches()) {
        byte[] expected = HEX.parseHex(matcher.group(3));
        StateWriter out = new StateWriter();
        write(matcher.group(1), matcher.group(2), out);
        assertThat(HEX.formatHex(out.toBytes())).as(line).isEqualTo(matcher.group(3));
        StateReader in = new StateReader(expected, 0, expected.length);
        assertThat(read(matcher.group(1), in)).as(line).isEqualTo(matcher.group(2));
        in.expectEnd();
        examples++;
      }
    }
    assertThat(examples).isEqualTo(11);
  }

  private static void write(String kind, String value, StateWriter out) {
    switch (kind) {
      case "unsigned" -> out.unsigned(Long.parseLong(value));
      case "signed" -> out.signed(Long.parseLong(value));
      case "number" -> out.number(Double.parseDouble(value));
      case "text" -> out.text(value);
      case "wide" -> {
        BigInteger integer = new BigInteger(value);
        long[] halves = {integer.longValue(), integer.shiftRight(64).longValue()};
        FixedPoint.write(out, halves, 0);
      }
      case "sum" -> {
        ExactSum sum = new ExactSum();
        sum.add(Double.parseDouble(value));
        sum.write(out);
      }
      default -> throw new IllegalArgumentException("expected a primitive, found " + kind);
    }
  }

  private static String read(String kind, StateReader in) {
    return switch (kind) {
      case "unsigned" -> String.valueOf(in.unsigned());
      case "signed" -> String.valueOf(in.signed());
      case "number" -> String.valueOf(in.number());
      case "text" -> in.text(100, "text");
      case "wide" -> {
        long[] halves = new long[2];
        FixedPoint.read(in, halves, 0);
        yield FixedPoint.toBigInteger(halves, 0).toString();
      }
      case "sum" -> String.valueOf(ExactSum.read(in).value());
      default -> throw new IllegalArgumentException("expected a primitive, found " + kind);
    };
  }
}
