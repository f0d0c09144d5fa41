package dev.slicewise.core.slice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which slices are not shown so that nothing is said about fewer than k rows. The hidden slices of
 * a definition are joined into one, {@link #HIDDEN}, so that a definition still holds all rows.
 *
 * <p>Hiding the small ones is not enough: if one slice alone is hidden, it is the whole less the
 * others. So in every slice that is shown, and in all rows together, the hidden parts of each finer
 * definition are none, or at least two with at least k rows together; the smallest others are
 * hidden until that holds, and where there is no other, the coarser slice itself.
 *
 * <p>What this does not promise: that no arithmetic over definitions of which neither is part of
 * the other narrows a hidden number down, or that several runs over nearly the same rows do not.
 */
public final class Suppression {
  /** The value of every dimension of the slice that the hidden ones are joined into. */
  public static final String HIDDEN = "(suppressed)";

  /**
   * A slice as far as it matters here.
   *
   * @param definition index of its definition
   * @param values its values, as in its key
   * @param rows usable or not
   */
  public record Size(int definition, List<Object> values, long rows) {}

  /** The parts of one coarser slice; {@code whole} is −1 for all rows together. */
  private record Parts(int whole, List<Integer> members) {}

  private final List<SliceSpec> definitions;
  private final List<Size> slices;
  private final long fewest;
  private final boolean[] hidden;

  private Suppression(List<SliceSpec> definitions, List<Size> slices, long fewest) {
    this.definitions = definitions;
    this.slices = slices;
    this.fewest = fewest;
    this.hidden = new boolean[slices.size()];
  }

  /**
   * Decides.
   *
   * @param fewest k, at least 2
   * @return per slice whether it is hidden
   * @throws IllegalArgumentException when there are fewer rows than that in all
   */
  public static boolean[] of(List<SliceSpec> definitions, List<Size> slices, long fewest) {
    Suppression suppression = new Suppression(definitions, slices, fewest);
    suppression.hide();
    return suppression.hidden;
  }

  private void hide() {
    long total = 0;
    for (int i = 0; i < hidden.length; i++) {
      Size slice = slices.get(i);
      total += slice.definition == 0 ? slice.rows : 0;
      hidden[i] = slice.rows < fewest && !definitions.get(slice.definition).dimensions().isEmpty();
    }
    if (total < fewest) {
      throw new IllegalArgumentException(
          "expected at least " + fewest + " rows in all, found " + total);
    }
    List<Parts> parts = parts();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Parts each : parts) {
        changed |= mend(each);
      }
    }
  }

  /** Hides one more slice if what is hidden here could be told apart. */
  private boolean mend(Parts parts) {
    if (parts.whole >= 0 && hidden[parts.whole]) {
      return false;
    }
    long rows = 0;
    int count = 0;
    int next = -1;
    for (int member : parts.members) {
      if (hidden[member]) {
        rows += slices.get(member).rows;
        count++;
      } else if (next < 0) {
        next = member;
      }
    }
    if (count == 0 || (count > 1 && rows >= fewest)) {
      return false;
    }
    if (next >= 0) {
      hidden[next] = true;
      return true;
    }
    boolean coarser =
        parts.whole >= 0
            && !definitions.get(slices.get(parts.whole).definition).dimensions().isEmpty();
    if (coarser) {
      hidden[parts.whole] = true;
    }
    return coarser;
  }

  /** For every definition its slices within all rows, and within each slice of a coarser one. */
  private List<Parts> parts() {
    List<Parts> parts = new ArrayList<>();
    for (int finer = 0; finer < definitions.size(); finer++) {
      if (definitions.get(finer).dimensions().isEmpty()) {
        continue;
      }
      List<Integer> members = of(finer);
      parts.add(new Parts(-1, members));
      for (int coarser = 0; coarser < definitions.size(); coarser++) {
        List<Integer> positions = positions(coarser, finer);
        if (positions != null) {
          parts.addAll(within(of(coarser), members, positions));
        }
      }
    }
    return parts;
  }

  /** The slices of a definition, smallest first. */
  private List<Integer> of(int definition) {
    List<Integer> own = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      if (slices.get(i).definition == definition) {
        own.add(i);
      }
    }
    own.sort(Comparator.comparingLong(i -> slices.get(i).rows));
    return own;
  }

  /** Where a coarser definition's dimensions are in a finer one; null unless it is coarser. */
  private List<Integer> positions(int coarser, int finer) {
    List<Dimension> few = definitions.get(coarser).dimensions();
    List<Dimension> many = definitions.get(finer).dimensions();
    boolean part = !few.isEmpty() && few.size() < many.size() && many.containsAll(few);
    return part ? few.stream().map(many::indexOf).toList() : null;
  }

  private List<Parts> within(List<Integer> wholes, List<Integer> members, List<Integer> positions) {
    Map<List<Object>, Parts> byValues = new LinkedHashMap<>();
    for (int whole : wholes) {
      byValues.put(slices.get(whole).values, new Parts(whole, new ArrayList<>()));
    }
    for (int member : members) {
      List<Object> values = new ArrayList<>();
      positions.forEach(position -> values.add(slices.get(member).values.get(position)));
      Parts of = byValues.get(values);
      if (of != null) {
        of.members.add(member);
      }
    }
    return List.copyOf(byValues.values());
  }
}
