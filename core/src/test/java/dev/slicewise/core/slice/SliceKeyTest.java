package dev.slicewise.core.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.laws.Numbers;
import dev.slicewise.core.laws.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SliceKeyTest {
  private static final String[] TEXTS = {
    "",
    "a",
    "ab",
    "b",
    "a\u0000",
    "a\u0000b",
    "null",
    "(other)",
    "é",
    "\uD83D\uDE00",
    "\uFFFD",
    "x".repeat(100)
  };

  private static Object value(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextBoolean() ? random.nextLong() : (Long) (long) random.nextInt(-2, 3);
      case 3 -> random.nextInt(9) == 0 ? Double.NaN : Numbers.any(random).draw(random) + 0.0;
      default -> TEXTS[random.nextInt(TEXTS.length)];
    };
  }

  private static SliceKey key(SplittableRandom random) {
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(value(random));
    }
    return new SliceKey(random.nextInt(2) * random.nextInt(65_536), values);
  }

  @Test
  void keysReadBack() {
    Property.check(
        3_000,
        random -> {
          SliceKey key = key(random);
          assertThat(SliceKey.fromBytes(key.toBytes())).isEqualTo(key);
        });
  }

  @Test
  void bytesSortAsValuesDo() {
    Property.check(
        3_000,
        random -> {
          Object a = value(random);
          Object b = value(random);
          int expected = compare(a, b);
          byte[] left = new SliceKey(1, List.of("same", 1L)).toBytes();
          left = concatenated(left, a);
          byte[] right = concatenated(new SliceKey(1, List.of("same", 1L)).toBytes(), b);
          assertThat(Integer.signum(Arrays.compareUnsigned(left, right)))
              .as("%s and %s", a, b)
              .isEqualTo(expected);
        });
  }

  private static byte[] concatenated(byte[] head, Object value) {
    byte[] tail = new SliceKey(0, Arrays.asList(value)).toBytes();
    byte[] both = Arrays.copyOf(head, head.length + tail.length - 2);
    System.arraycopy(tail, 2, both, head.length, tail.length - 2);
    return both;
  }

  /** NULL first, then truth values, integers, doubles with NaN last, and text by code point. */
  private static int compare(Object a, Object b) {
    int kinds = Integer.compare(kind(a), kind(b));
    if (kinds != 0 || a == null) {
      return kinds;
    }
    if (a instanceof Boolean x) {
      return Boolean.compare(x, (Boolean) b);
    }
    if (a instanceof Long x) {
      return Long.compare(x, (Long) b);
    }
    if (a instanceof Double x) {
      return Double.compare(x, (Double) b);
    }
    return Integer.signum(
        Arrays.compare(((String) a).codePoints().toArray(), ((String) b).codePoints().toArray()));
  }

  private static int kind(Object value) {
    return value == null
        ? 0
        : value instanceof Boolean
            ? 1
            : value instanceof Long ? 2 : value instanceof Double ? 3 : 4;
  }

  @Test
  void zerosAndNansAreOneValueEach() {
    assertThat(new SliceKey(0, List.of(-0.0)).toBytes())
        .isEqualTo(new SliceKey(0, List.of(0.0)).toBytes());
    double otherNan = Double.longBitsToDouble(0xfff8000000000123L);
    assertThat(new SliceKey(0, List.of(otherNan)).toBytes())
        .isEqualTo(new SliceKey(0, List.of(Double.NaN)).toBytes());
  }

  @Test
  void writersAreUsedAgain() {
    SliceKey.Writer writer = new SliceKey.Writer();
    writer.definition(7);
    writer.value(3L);
    writer.definition(2);
    writer.value(true);
    assertThat(writer.toBytes()).isEqualTo(new SliceKey(2, List.of(true)).toBytes());
    assertThat(Arrays.copyOf(writer.buffer(), writer.size())).isEqualTo(writer.toBytes());
  }

  @Test
  void brokenKeysAreRefused() {
    byte[] key = new SliceKey(3, List.of(5L, "text")).toBytes();
    assertThatThrownBy(() -> SliceKey.fromBytes(Arrays.copyOf(key, key.length - 1)))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("truncated");
    assertThatThrownBy(() -> SliceKey.fromBytes(new byte[] {0}))
        .isInstanceOf(StateFormatException.class);
    key[2] = 77;
    assertThatThrownBy(() -> SliceKey.fromBytes(key))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("found tag 77");
  }

  @Test
  void dimensionsAreReadAsTheyAreWritten() {
    assertThat(SliceSpec.parse("  ")).isEqualTo(SliceSpec.ALL).isEqualTo(Slices.all());
    SliceSpec spec =
        SliceSpec.parse(
            "carrier, `odd name`, bucket(distance, 500, 1e3) as far, time(t, MONTH),"
                + " top(concat(a, ','), 10) AS dest, year + 1 AS next");
    assertThat(spec.dimensions())
        .containsExactly(
            new Dimension.Column("carrier"),
            new Dimension.Column("odd name"),
            new Dimension.Bucket("far", "distance", List.of(500.0, 1000.0)),
            new Dimension.TimeUnit("time(t, MONTH)", "t", "month"),
            new Dimension.Top("dest", "concat(a, ',')", 10),
            new Dimension.Expression("next", "year + 1"));
    assertThat(spec.names()).hasSize(6).contains("far", "dest");
    assertThat(Slices.by("a", "b")).isEqualTo(SliceSpec.parse("a,b"));
  }

  @Test
  void bucketsAreShownByTheirEdges() {
    SliceSpec spec = SliceSpec.parse("bucket(x, -0.5, 10) as x, y");
    for (int bucket = 0; bucket < 4; bucket++) {
      String[] labels = {"(-inf, -0.5)", "[-0.5, 10)", "[10, inf)", "NaN"};
      assertThat(spec.display(List.of((long) bucket, "text")))
          .containsExactly(labels[bucket], "text");
    }
    assertThat(spec.display(Arrays.asList(null, 3L))).containsExactly(null, 3L);
  }

  @Test
  void dimensionsThatMakeNoSenseAreRefused() {
    String[][] refused = {
      {"a, a", "'a' twice"},
      {"a,,b", "such as carrier"},
      {"bucket(x)", "bucket(column, edge, …)"},
      {"bucket(x, 2, 1)", "ascending finite edges"},
      {"bucket(x, NaN)", "ascending finite edges"},
      {"bucket(x, two)", "expected a number"},
      {"time(t, fortnight)", "expected one of year, quarter"},
      {"time(t)", "time(column, unit)"},
      {"top(x, 0)", "at least 1"},
    };
    for (String[] each : refused) {
      assertThatThrownBy(() -> SliceSpec.parse(each[0]))
          .as(each[0])
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(each[1]);
    }
  }
}
