package dev.slicewise.core.numeric;

/** Finds out, once, what the JVM offers. */
final class LoopsChoice {
  /** Spark starts every driver and executor with it. */
  private static final String MODULE = "jdk.incubator.vector";

  /** Compiled apart, and loaded only where the module is. */
  private static final String VECTOR_LOOPS = "dev.slicewise.core.numeric.VectorLoops";

  static final Loops BEST = choose();

  private LoopsChoice() {}

  private static Loops choose() {
    boolean wanted = Boolean.parseBoolean(System.getProperty(Loops.VECTOR_PROPERTY, "true"));
    if (!wanted || ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return new PlainLoops();
    }
    try {
      return (Loops) Class.forName(VECTOR_LOOPS).getDeclaredConstructor().newInstance();
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
