package dev.slicewise.core.numeric;

/**
 * Finds out, once, what the JVM offers; and has vector instructions wait until they pay: before
 * they are compiled, which takes a JVM half a second, they are slower than plain Java.
 */
final class LoopsChoice {
  /** Spark starts every driver and executor with it. */
  private static final String MODULE = "jdk.incubator.vector";

  /** Compiled apart, and loaded only where the module is. */
  private static final String VECTOR_LOOPS = "dev.slicewise.core.numeric.VectorLoops";

  /** With fewer, as on processors with 128 bits, nothing was measured to be gained. */
  private static final int FEWEST_LANES = 4;

  /** Some million rows of a suite of ordinary size. */
  private static final int CALLS_BEFORE_VECTORS = 100_000;

  private static final Loops PLAIN = new PlainLoops();
  private static final Loops BEST = choose();

  /** Of all threads; one lost does no harm. */
  private static int calls;

  private LoopsChoice() {}

  static Loops best() {
    if (calls < CALLS_BEFORE_VECTORS) {
      calls++;
      return PLAIN;
    }
    return BEST;
  }

  private static Loops choose() {
    boolean wanted = Boolean.parseBoolean(System.getProperty(Loops.VECTOR_PROPERTY, "true"));
    // Other JVMs have the module, but compile it to objects and calls.
    boolean hotSpot = System.getProperty("java.vm.name", "").contains("64-Bit Server VM");
    if (!wanted || !hotSpot || ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return PLAIN;
    }
    try {
      Loops vector = (Loops) Class.forName(VECTOR_LOOPS).getDeclaredConstructor().newInstance();
      return vector.lanes() < FEWEST_LANES ? PLAIN : vector;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "expected "
              + VECTOR_LOOPS
              + " beside "
              + LoopsChoice.class.getName()
              + "; the jar is incomplete, build it again, or say -D"
              + Loops.VECTOR_PROPERTY
              + "=false",
          e);
    }
  }
}
