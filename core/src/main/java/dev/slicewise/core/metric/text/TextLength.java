package dev.slicewise.core.metric.text;

import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Skip;

/**
 * A text, or each of several, has at most so many tokens or characters: for comparisons whose time
 * grows with the product of two lengths.
 *
 * @param role a role of text, of tokens or of lists of tokens
 * @param most tokens, or code points of plain text
 */
record TextLength(Role role, int most) implements Condition {
  @Override
  public void check(Batch batch, byte[] status, Notes notes) {
    Object[] texts = batch.objects(role);
    for (int i = 0; i < batch.rows(); i++) {
      if (status[i] == 0 && longest(texts[i]) > most) {
        status[i] = Skip.DOMAIN.code();
      }
    }
  }

  private static int longest(Object text) {
    if (text instanceof String plain) {
      return plain.codePointCount(0, plain.length());
    }
    if (text instanceof String[] tokens) {
      return tokens.length;
    }
    int longest = 0;
    for (Object one : (Object[]) text) {
      longest = Math.max(longest, longest(one));
    }
    return longest;
  }
}
