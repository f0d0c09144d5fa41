package dev.slicewise.jobs.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run concluded about one thing; in files the name in lower case. */
public enum Verdict {
  /** A gate's threshold is surely missed. */
  FAIL(Mood.BAD, "fail"),
  /** A drift method is beyond its threshold. */
  DRIFT(Mood.BAD, "drift"),
  /** A model is surely worse than its baseline. */
  WORSE(Mood.BAD, "worse"),
  /** The rows do not decide. */
  INCONCLUSIVE(Mood.UNSURE, "inconclusive"),
  /** There is no value. */
  UNDEFINED(Mood.UNSURE, "undefined"),
  /** A gate's threshold is surely kept. */
  PASS(Mood.GOOD, "pass"),
  /** A model is surely better than its baseline. */
  BETTER(Mood.GOOD, "better"),
  /** A model is surely not worse than its baseline by more than the margin. */
  NON_INFERIOR(Mood.GOOD, "not inferior"),
  /** A model is surely within the margin of its baseline. */
  EQUIVALENT(Mood.GOOD, "equivalent"),
  /** A drift method is within its threshold. */
  NO_DRIFT(Mood.GOOD, "no drift"),
  /** Shown without a threshold. */
  SHOWN(Mood.NONE, "shown");

  /** How good the news is. */
  public enum Mood {
    /** Somebody should look. */
    BAD,
    /** Not known. */
    UNSURE,
    /** All right. */
    GOOD,
    /** Neither. */
    NONE
  }

  private final Mood mood;
  private final String words;

  Verdict(Mood mood, String words) {
    this.mood = mood;
    this.words = words;
  }

  /** How good the news is. */
  public Mood mood() {
    return mood;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** As files have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All codes, for messages. */
  static String codes() {
    return Arrays.stream(values()).map(Verdict::code).collect(Collectors.joining(", "));
  }
}
