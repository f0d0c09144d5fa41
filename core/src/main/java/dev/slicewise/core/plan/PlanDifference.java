package dev.slicewise.core.plan;

import java.util.ArrayList;
import java.util.List;

/** Says in a sentence why the states of two plans cannot be merged. */
final class PlanDifference {
  private static final int SHOWN = 3;

  private PlanDifference() {}

  static String describe(EvaluationPlan expected, EvaluationPlan found) {
    StringBuilder text = new StringBuilder("expected a state of plan ");
    text.append(expected.fingerprintText())
        .append(" (")
        .append(expected.suite().text().substring(4))
        .append("), found one of plan ")
        .append(found.fingerprintText())
        .append(" (")
        .append(found.suite().text().substring(4))
        .append(")");
    if (expected.suite().weighted() != found.suite().weighted()) {
      text.append("; one is weighted and the other is not");
    } else if (expected.suite().jackknife() != found.suite().jackknife()) {
      text.append("; one keeps jackknife groups and the other does not");
    }
    append(text, "it lacks", expected, found);
    append(text, "it also has", found, expected);
    return text.append(". Merge states of one suite, or evaluate again.").toString();
  }

  private static void append(
      StringBuilder text, String verb, EvaluationPlan more, EvaluationPlan less) {
    List<String> missing = new ArrayList<>(more.descriptors());
    missing.removeAll(less.descriptors());
    if (!missing.isEmpty()) {
      text.append("; ").append(verb).append(' ');
      text.append(String.join(", ", missing.subList(0, Math.min(SHOWN, missing.size()))));
      if (missing.size() > SHOWN) {
        text.append(" and ").append(missing.size() - SHOWN).append(" more");
      }
    }
  }
}
