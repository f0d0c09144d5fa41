package dev.slicewise.core.term;

import java.util.List;

/** The text is one of some: rows of other splits, other classes are not asked about. */
public record TextIn(Role role, List<String> texts) implements Condition {
  /** Freezes the list. */
  public TextIn {
    texts = List.copyOf(texts);
  }

  @Override
  public void check(Batch batch, byte[] status, Notes notes) {
    Object[] values = batch.objects(role);
    for (int i = 0; i < batch.rows(); i++) {
      if (status[i] == 0 && !texts.contains(values[i])) {
        status[i] = Skip.DOMAIN.code();
      }
    }
  }
}
