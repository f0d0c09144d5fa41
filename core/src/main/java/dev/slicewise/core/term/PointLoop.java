package dev.slicewise.core.term;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/**
 * The loop over the rows of a {@link PointLoss}.
 *
 * <p>Every class of losses has a copy of its own: the JVM compiles a method once for all who call
 * it, and in one loop for all losses each row would be a call that it cannot foresee. In a copy the
 * loss is inlined, and takes several rows at a time where its arithmetic allows.
 */
interface PointLoop {
  /** Fills {@code out} with the losses of the first rows. */
  void fill(PointLoss loss, double[] label, double[] prediction, int rows, double[] out);

  /** The loop of a loss's class. */
  static PointLoop of(PointLoss loss) {
    return Copies.BY_LOSS.get(loss.getClass());
  }

  /** What every copy is one of. */
  final class Copies {
    private static final ClassValue<PointLoop> BY_LOSS =
        new ClassValue<>() {
          @Override
          protected PointLoop computeValue(Class<?> loss) {
            return copy();
          }
        };

    private Copies() {}

    private static PointLoop copy() {
      String file = PointLoopTemplate.class.getSimpleName() + ".class";
      try (InputStream in = PointLoopTemplate.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException(
              "expected " + file + " beside its class; the jar is incomplete, build it again");
        }
        Lookup copy = MethodHandles.lookup().defineHiddenClass(in.readAllBytes(), true);
        return (PointLoop) copy.lookupClass().getDeclaredConstructor().newInstance();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a copy of " + file + " could not be made", e);
      }
    }
  }
}
