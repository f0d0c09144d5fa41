package dev.slicewise.core.term.language;

import dev.slicewise.core.term.Loss;
import java.util.List;

/** The losses of texts' tokens. One line each. */
public final class LanguageLosses {
  /** All of them. */
  public static final List<Loss> ALL = List.of(new TokenNll());

  private LanguageLosses() {}
}
