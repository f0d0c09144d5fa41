package dev.slicewise.core.metric.language;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of language models. One line each. */
public final class LanguageMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new BitsPerByte(),
          new BitsPerToken(),
          new BytePerplexity(),
          new Perplexity(),
          new SequenceNll(),
          new WordPerplexity());

  private LanguageMetrics() {}
}
