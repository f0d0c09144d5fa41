package dev.slicewise.core.plan;

import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.StringJoiner;

/**
 * The text of a statistic: what its fingerprint is made of and its place in the plan is decided by.
 * Doubles are written in hexadecimal, since their decimal form differs between Java releases.
 */
final class Descriptor {
  private static final String OWN_PACKAGE = "dev.slicewise.core.";

  private Descriptor() {}

  static String of(Object value) {
    if (value instanceof Role role && role.shape() == Shape.NUMBER) {
      // Written as before there were shapes, so that stored states of numbers keep their plan.
      return "Role(name=" + role.name() + ")";
    }
    if (value instanceof Record record) {
      StringJoiner joined = new StringJoiner(",", name(record.getClass()) + "(", ")");
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        Object part = read(record, component);
        if (!isQuiet(component, part)) {
          joined.add(component.getName() + "=" + of(part));
        }
      }
      return joined.toString();
    }
    if (value instanceof List<?> list) {
      StringJoiner joined = new StringJoiner(",", "[", "]");
      list.forEach(element -> joined.add(of(element)));
      return joined.toString();
    }
    if (value instanceof Double number) {
      return Double.toHexString(number);
    }
    return String.valueOf(value);
  }

  /** A quiet parameter at its default says nothing, so that a loss may gain one unnoticed. */
  private static boolean isQuiet(RecordComponent component, Object value) {
    Parameter parameter = component.getAnnotation(Parameter.class);
    boolean first = value instanceof Enum<?> word && word.ordinal() == 0;
    return parameter != null && parameter.quiet() && (first || "".equals(value));
  }

  private static String name(Class<?> type) {
    String name = type.getName();
    return name.startsWith(OWN_PACKAGE) ? name.substring(name.lastIndexOf('.') + 1) : name;
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "cannot read " + component.getName() + " of " + record.getClass().getName(), e);
    }
  }
}
