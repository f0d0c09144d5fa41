package dev.slicewise.core.numeric;

/** Finds out, once, what the JVM offers. */
final class LoopsChoice {
  /** Spark starts every driver and executor with it. */
  private static final String MODULE = "jdk.incubator.vector";

  /** Compiled apart, and loaded only where the module is. */
  private static final String VECTOR_LOOPS = "dev.slicewise.core.numeric.VectorLoops";

  /** With fewer, as on processors with 128 bits, nothing was measured to be gained. */
  private static final int FEWEST_LANES = 4;

  static final Loops BEST = choose();

  private LoopsChoice() {}

  private static Loops choose() {
    boolean wanted = Boolean.parseBoolean(System.getProperty(Loops.VECTOR_PROPERTY, "true"));
    // Other JVMs have the module, but compile it to objects and calls.
    boolean hotSpot = System.getProperty("java.vm.name", "").contains("64-Bit Server VM");
    Loops plain = new PlainLoops();
    if (!wanted || !hotSpot || ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return plain;
    }
    try {
      Loops vector = (Loops) Class.forName(VECTOR_LOOPS).getDeclaredConstructor().newInstance();
      return vector.lanes() < FEWEST_LANES ? plain : vector;
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
