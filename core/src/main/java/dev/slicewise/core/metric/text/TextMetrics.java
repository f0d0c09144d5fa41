package dev.slicewise.core.metric.text;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of generated text. One line each. */
public final class TextMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new CharacterErrorRate(),
          new ClipScore(),
          new CorpusBleu(),
          new ExactMatch(),
          new RougeL(),
          new RougeN(),
          new TokenF1(),
          new WordErrorRate());

  private TextMetrics() {}
}
