package dev.slicewise.core.metric.text;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.RatioOfSums;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/** Word error rate; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "word_error_rate",
    aliases = {"wer"},
    summary = "Word error rate: edits from hypotheses to references, per word of the references.",
    formula =
        "Σw·(substitutions + deletions + insertions) / Σw·words of the reference; columns"
            + " hypothesis, reference",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no word in any reference: undefined",
      "an empty reference: the words of its hypothesis are insertions",
      "a text longer than max_tokens: n_domain"
    },
    use =
        "For speech recognition. Over all words, not a mean of texts; above 1 when much is"
            + " inserted. Case and punctuation count here.",
    source = "Levenshtein distance; jiwer 4 wer without transformations")
public record WordErrorRate(
    @Parameter(doc = "longest text, since time grows with its square", range = "[1, 1000000]")
        int maxTokens)
    implements RatioOfSums {

  /** Of at most 4096 words. */
  public WordErrorRate() {
    this(4096);
  }

  private Term term(EditTerm.Part part) {
    Domain domain =
        Domain.of(Texts.HYPOTHESIS, Texts.REFERENCE)
            .where(new TextLength(Texts.HYPOTHESIS, maxTokens))
            .where(new TextLength(Texts.REFERENCE, maxTokens));
    return new EditTerm(domain, false, part);
  }

  @Override
  public Term numerator() {
    return term(EditTerm.Part.EDITS);
  }

  @Override
  public Term denominator() {
    return term(EditTerm.Part.LENGTH);
  }

  @Override
  public String whenZero() {
    return "no word in any reference";
  }
}
