package dev.slicewise.jobs.drift;

import dev.slicewise.core.drift.DriftVerdict;
import dev.slicewise.jobs.failure.ExitCode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What all findings come to.
 *
 * @param counts findings by verdict
 */
record Outcome(Map<DriftVerdict, Long> counts) {
  static Outcome of(List<Finding> findings) {
    Map<DriftVerdict, Long> counts = new EnumMap<>(DriftVerdict.class);
    for (DriftVerdict verdict : DriftVerdict.values()) {
      counts.put(verdict, 0L);
    }
    findings.forEach(finding -> counts.merge(finding.answer().verdict(), 1L, Long::sum));
    return new Outcome(counts);
  }

  long count(DriftVerdict verdict) {
    return counts.get(verdict);
  }

  /** drift where anything drifted; inconclusive where nothing at all could be decided. */
  String verdict() {
    if (count(DriftVerdict.DRIFT) > 0) {
      return "drift";
    }
    boolean nothing =
        count(DriftVerdict.UNDEFINED) > 0 && count(DriftVerdict.SHOWN) == 0
            || count(DriftVerdict.INCONCLUSIVE) > 0;
    return nothing && count(DriftVerdict.NO_DRIFT) == 0 ? "inconclusive" : "no_drift";
  }

  int exitCode() {
    return switch (verdict()) {
      case "drift" -> ExitCode.FAILED_GATE;
      case "inconclusive" -> ExitCode.TOO_LITTLE_DATA;
      default -> ExitCode.OK;
    };
  }

  /** How many of each. */
  Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    counts.forEach((verdict, count) -> record.put(verdict.name().toLowerCase(Locale.ROOT), count));
    return record;
  }
}
