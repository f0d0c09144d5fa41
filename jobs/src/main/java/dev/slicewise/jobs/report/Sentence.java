package dev.slicewise.jobs.report;

import dev.slicewise.jobs.findings.SliceLabel;
import java.util.ArrayList;
import java.util.List;

/** A sentence in which names from data stand apart from our words. */
final class Sentence {
  /** Names in running text are shorter than in tables. */
  private static final int NAME_CHARACTERS = 48;

  /**
   * A piece.
   *
   * @param name whether it comes from data
   */
  record Part(String text, boolean name) {}

  private final List<Part> parts = new ArrayList<>();

  /** Our words. */
  Sentence say(String words) {
    parts.add(new Part(words, false));
    return this;
  }

  /** A name from data. */
  Sentence name(String name) {
    parts.add(new Part(VisibleText.cut(VisibleText.of(name), NAME_CHARACTERS), true));
    return this;
  }

  /** A slice: {@code carrier F9 · origin LGA}, or all rows. */
  Sentence slice(SliceLabel slice) {
    if (slice.isAll()) {
      return say("all rows");
    }
    for (int i = 0; i < slice.dimensions().size(); i++) {
      say(i == 0 ? "" : " · ").name(slice.dimensions().get(i)).say(" ");
      name(SliceWords.value(slice.values().get(i)));
    }
    return this;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  List<Part> parts() {
    return parts;
  }

  void write(Html html) {
    for (Part part : parts) {
      if (part.name()) {
        html.element("bdi", part.text());
      } else {
        html.text(part.text());
      }
    }
  }

  /** The characters alone. */
  String plain() {
    StringBuilder plain = new StringBuilder();
    parts.forEach(part -> plain.append(part.text()));
    return plain.toString();
  }
}
