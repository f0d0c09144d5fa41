package dev.slicewise.core.plan;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.metric.MetricCatalog;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * The bytes of a slice's state: magic, version, form, fingerprint, suite, states, checksum. Equal
 * states give equal bytes. See {@code docs/state-format.md}.
 *
 * <p>The <em>stored</em> form carries the suite and can be read without knowing the plan; the
 * <em>transport</em> form leaves it out, for the many small states of a shuffle.
 */
public final class StateCodec {
  /** The version written; every version up to it can be read. */
  public static final int VERSION = 1;

  private static final byte[] MAGIC = {'S', 'L', 'W', 'S'};
  private static final int STORED = 1;
  private static final int TRANSPORT = 0;
  private static final int HEADER = MAGIC.length + 2 + 8;
  private static final int CHECKSUM = 4;
  private static final int LONGEST_SUITE = 1 << 20;
  private static final int PLANS_KEPT = 256;
  private static final String NOT_STORED =
      "expected a stored state, found one in transport form, which only its plan can read";

  private final MetricCatalog catalog;
  private final Map<String, EvaluationPlan> plans = new ConcurrentHashMap<>();

  /** Reads stored states by the metrics of a catalogue. */
  public StateCodec(MetricCatalog catalog) {
    this.catalog = catalog;
  }

  /** Bytes that carry their suite: for tables and files. */
  public static byte[] toStored(SliceState state) {
    return write(state, STORED);
  }

  /** Bytes for a reader that knows the plan: for shuffles. */
  public static byte[] toTransport(SliceState state) {
    return write(state, TRANSPORT);
  }

  private static byte[] write(SliceState state, int form) {
    StateWriter out = begin(state.plan(), form);
    if (form == STORED) {
      out.text(state.plan().suiteText());
    }
    state.write(out);
    return sealed(out);
  }

  /** What all forms begin with. */
  static StateWriter begin(EvaluationPlan plan, int form) {
    StateWriter out = new StateWriter();
    out.raw(MAGIC, 0, MAGIC.length);
    out.octet(VERSION);
    out.octet(form);
    out.fixed64(plan.fingerprint());
    return out;
  }

  /** What was written, and its checksum. */
  static byte[] sealed(StateWriter out) {
    out.fixed32(0);
    byte[] bytes = out.toBytes();
    int end = bytes.length - CHECKSUM;
    int sum = checksum(bytes, 0, end);
    for (int i = 0; i < CHECKSUM; i++) {
      bytes[end + i] = (byte) (sum >>> 8 * i);
    }
    return bytes;
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  /**
   * Reads a state in either form for a plan.
   *
   * @throws StateFormatException for foreign, truncated, corrupt or newer bytes, or another plan's
   */
  public static SliceState read(byte[] bytes, EvaluationPlan plan) {
    StateReader in = open(bytes);
    int form = form(in);
    long fingerprint = in.fixed64();
    String suite = form == STORED ? in.text(LONGEST_SUITE, "the suite") : "an unnamed suite";
    expectSame(plan, fingerprint, suite);
    return body(in, plan);
  }

  static void expectSame(EvaluationPlan plan, long fingerprint, String suite) {
    if (fingerprint != plan.fingerprint()) {
      throw new StateFormatException(
          "expected a state of plan "
              + plan.fingerprintText()
              + " ("
              + plan.suiteText().substring(4)
              + "), found one of plan "
              + String.format("%016x", fingerprint)
              + " ("
              + suite
              + "). Read it with the suite that wrote it, or evaluate again.");
    }
  }

  /**
   * Reads a stored state by itself.
   *
   * @throws StateFormatException as {@link #read}, and when the suite in it cannot be understood
   */
  public SliceState readStored(byte[] bytes) {
    StateReader in = open(bytes);
    if (form(in) != STORED) {
      throw new StateFormatException(NOT_STORED);
    }
    long fingerprint = in.fixed64();
    String suite = in.text(LONGEST_SUITE, "the suite");
    EvaluationPlan plan = planOf(suite);
    if (plan.fingerprint() != fingerprint) {
      throw new StateFormatException(
          "the state's suite ("
              + suite
              + ") means other statistics in this release: expected fingerprint "
              + plan.fingerprintText()
              + ", found "
              + String.format("%016x", fingerprint)
              + ". Read it with the release that wrote it, or evaluate again.");
    }
    return body(in, plan);
  }

  /**
   * The suite of a stored state, without reading what it remembers.
   *
   * @throws StateFormatException as {@link #readStored}
   */
  public static String storedSuite(byte[] bytes) {
    StateReader in = open(bytes);
    if (form(in) != STORED) {
      throw new StateFormatException(NOT_STORED);
    }
    in.fixed64();
    return in.text(LONGEST_SUITE, "the suite");
  }

  private static int form(StateReader in) {
    int form = in.octet();
    if (form != STORED && form != TRANSPORT) {
      throw new StateFormatException(
          "expected a stored (1) or transport (0) state, found form " + form);
    }
    return form;
  }

  private EvaluationPlan planOf(String suite) {
    EvaluationPlan known = plans.get(suite);
    if (known != null) {
      return known;
    }
    try {
      EvaluationPlan plan = EvaluationPlan.of(Suite.parse(suite, catalog));
      if (plans.size() < PLANS_KEPT) {
        plans.put(suite, plan);
      }
      return plan;
    } catch (IllegalArgumentException e) {
      throw new StateFormatException(
          "the state's suite cannot be understood here: "
              + e.getMessage()
              + " If a metric comes from a jar of your own, add that jar.");
    }
  }

  /** Checks magic, version and checksum; the form is what is read next. */
  static StateReader open(byte[] bytes) {
    int magic = Math.min(bytes.length, MAGIC.length);
    if (bytes.length == 0 || !Arrays.equals(bytes, 0, magic, MAGIC, 0, magic)) {
      throw new StateFormatException(
          "expected the bytes of a Slicewise state, which begin with SLWS; found "
              + bytes.length
              + " other bytes");
    }
    if (bytes.length < HEADER + CHECKSUM) {
      throw new StateFormatException(
          "state is truncated: expected at least "
              + (HEADER + CHECKSUM)
              + " bytes, found "
              + bytes.length
              + "; read it again from its source");
    }
    int version = bytes[MAGIC.length] & 0xff;
    if (version > VERSION || version == 0) {
      throw new StateFormatException(
          "expected a state of format version 1 to "
              + VERSION
              + ", found version "
              + version
              + "; use a newer Slicewise to read it");
    }
    int end = bytes.length - CHECKSUM;
    int expected = new StateReader(bytes, end, bytes.length).fixed32();
    if (checksum(bytes, 0, end) != expected) {
      throw new StateFormatException(
          "state is corrupt or truncated: its checksum does not match its "
              + end
              + " bytes; read it again from its source");
    }
    return new StateReader(bytes, MAGIC.length + 1, end);
  }

  private static SliceState body(StateReader in, EvaluationPlan plan) {
    SliceState state = SliceState.read(in, plan);
    in.expectEnd();
    return state;
  }
}
