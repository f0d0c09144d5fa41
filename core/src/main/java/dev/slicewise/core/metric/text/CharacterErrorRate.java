package dev.slicewise.core.metric.text;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.RatioOfSums;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.term.Term;

/** Character error rate; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "character_error_rate",
    aliases = {"cer"},
    summary = "Character error rate: edits from hypotheses to references, per character of these.",
    formula =
        "Σw·(substitutions + deletions + insertions) / Σw·characters of the reference; columns"
            + " hypothesis, reference as plain text",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no character in any reference: undefined",
      "an empty reference: the characters of its hypothesis are insertions",
      "a text longer than max_characters: n_domain"
    },
    use =
        "For optical character recognition and languages without spaces. Characters are Unicode"
            + " code points, so one letter with a combining accent is two: normalise both columns"
            + " alike.",
    source = "Levenshtein distance; jiwer 4 cer without transformations")
public record CharacterErrorRate(
    @Parameter(doc = "longest text, since time grows with its square", range = "[1, 1000000]")
        int maxCharacters)
    implements RatioOfSums {
  static final Role HYPOTHESIS = Texts.HYPOTHESIS.as(Shape.TEXT);
  static final Role REFERENCE = Texts.REFERENCE.as(Shape.TEXT);

  /** Of at most 10,000 characters. */
  public CharacterErrorRate() {
    this(10_000);
  }

  private Term term(EditTerm.Part part) {
    Domain domain =
        Domain.of(HYPOTHESIS, REFERENCE)
            .where(new TextLength(HYPOTHESIS, maxCharacters))
            .where(new TextLength(REFERENCE, maxCharacters));
    return new EditTerm(domain, true, part);
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
    return "no character in any reference";
  }
}
