package dev.slicewise.core.term;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows of a batch that one domain admits, as dense columns, and each term's values on them: a
 * term is computed once per batch however many statistics ask for it.
 *
 * <p>One per domain of a plan, reused from batch to batch.
 */
public final class Admitted {
  private final Domain domain;
  private final boolean weighted;
  private final byte[] status;
  private final int[] start;
  private final Condition.Notes notes;
  private final Map<Role, double[]> dense = new HashMap<>();
  private final Map<Term, Computed> terms = new HashMap<>();
  private final Map<Role, double[]> current = new HashMap<>();
  private final Map<Derivation<?>, Object> derived = new HashMap<>();
  private final Map<Seen, Admitted> models = new HashMap<>();
  private Batch batch;

  /** Whether {@code status} may say anything but 0. */
  private boolean marked;

  /** Whether every row was admitted; then {@code start} need not be filled. */
  private boolean all;

  private int size;
  private long batches;

  /** A term's place among these rows, found once so that batches need not look for it by value. */
  public static final class Computed {
    private final Term term;
    private double[] values;
    private long batch;

    private Computed(Term term) {
      this.term = term;
    }
  }

  /** Rows as one of several models sees them: what it was asked, and which model it is. */
  private record Seen(Model model, Domain domain) {}

  /** Prepares for batches of at most {@code capacity} rows. */
  public Admitted(Domain domain, boolean weighted, int capacity) {
    this.domain = domain;
    this.weighted = weighted;
    this.status = new byte[capacity];
    this.start = new int[capacity + 1];
    this.notes = new Condition.Notes();
  }

  private Admitted(Admitted whole, Domain asked) {
    this.domain = asked;
    this.weighted = whole.weighted;
    this.status = whole.status;
    this.start = whole.start;
    this.notes = whole.notes;
  }

  /** The same rows as a metric of some domain sees them that is asked about one of the models. */
  public Admitted as(Model model, Domain asked) {
    return models.computeIfAbsent(
        new Seen(model, asked), seen -> new Admitted(this, asked).follow(this, model));
  }

  private Admitted follow(Admitted whole, Model model) {
    batch = whole.batch == null ? null : whole.batch.as(model.output());
    batches = whole.batches;
    all = whole.all;
    size = whole.size;
    current.clear();
    derived.clear();
    return this;
  }

  /** Admits the rows of a batch; what was computed for the last one is forgotten. */
  public void admit(Batch next) {
    select(next);
    models.forEach((seen, view) -> view.follow(this, seen.model()));
  }

  private void select(Batch next) {
    batch = next;
    batches++;
    current.clear();
    derived.clear();
    notes.clear();
    int rows = next.rows();
    if (Admission.admitsAll(next, domain, weighted)) {
      if (marked) {
        Arrays.fill(status, (byte) 0);
        marked = false;
      }
      all = true;
      size = rows;
      return;
    }
    marked = true;
    Admission.mark(next, domain, weighted, status, notes);
    int admitted = 0;
    for (int i = 0; i < rows; i++) {
      start[i] = admitted;
      admitted += status[i] == 0 ? 1 : 0;
    }
    start[rows] = admitted;
    size = admitted;
    all = admitted == rows;
  }

  /** The rule by which these rows were admitted. */
  public Domain domain() {
    return domain;
  }

  /** How many rows were admitted. */
  public int size() {
    return size;
  }

  /** Index among the admitted rows of the first one at or after a row of the batch. */
  public int start(int row) {
    return all ? row : start[row];
  }

  /** Per row of the batch: 0, or the {@link Skip} code of the reason. */
  public byte[] status() {
    return status;
  }

  /** Whether each row of the batch was clamped; null when none was. */
  public boolean[] clamped() {
    return notes.clamped;
  }

  /** Whether each row of the batch has a noted zero label; null when none has. */
  public boolean[] zeroLabels() {
    return notes.zeroLabel;
  }

  /** The batch the rows come from. */
  public Batch batch() {
    return batch;
  }

  /** A role's values on the admitted rows, clamped where the domain says so. */
  public double[] column(Role role) {
    double[] known = current.get(role);
    if (known != null) {
      return known;
    }
    double[] raw = batch.column(role);
    double[] values = raw;
    boolean clamp = notes.clamped != null && domain.isProbability(role);
    if (!all || clamp) {
      values = dense.computeIfAbsent(role, r -> new double[status.length]);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0) {
          values[start[i]] = clamp ? Math.min(Math.max(raw[i], 0.0), 1.0) : raw[i];
        }
      }
    }
    current.put(role, values);
    return values;
  }

  /** Whether a role's numbers are certainly all 0 or 1. */
  public boolean isBinary(Role role) {
    return batch.extent(role).isBinary();
  }

  /** A role's arrays of numbers on the admitted rows, clamped where the domain says so. */
  public double[][] numbers(Role role) {
    double[][] arrays = (double[][]) objects(role);
    return notes.clamped == null ? arrays : derived(new Derivation.Clamped(role));
  }

  /** A role's texts on the admitted rows. */
  public String[] texts(Role role) {
    return (String[]) objects(role);
  }

  /** A role's arrays of texts on the admitted rows. */
  public String[][] tokens(Role role) {
    return (String[][]) objects(role);
  }

  /** A role's arrays of arrays of texts on the admitted rows. */
  public String[][][] tokenLists(Role role) {
    return (String[][][]) objects(role);
  }

  Object[] objects(Role role) {
    return all ? batch.objects(role) : derived(new Derivation.Selected(role));
  }

  /** The result of a derivation on these rows. */
  public <T> T derived(Derivation<T> derivation) {
    @SuppressWarnings("unchecked") // Put in under this very key, two lines below.
    T known = (T) derived.get(derivation);
    if (known == null) {
      known = derivation.of(this);
      derived.put(derivation, known);
    }
    return known;
  }

  /** The key of an admitted row, see {@link Batch#key}. */
  public long key(int row) {
    return batch.key(all ? row : Admission.place(start, batch.rows(), row));
  }

  /** The weights of the admitted rows, or null when the plan is unweighted. */
  public double[] weights() {
    return weighted ? column(Role.WEIGHT) : null;
  }

  /** Where to find a term's values, in this batch and in all to come. */
  public Computed computed(Term term) {
    return terms.computeIfAbsent(term, Computed::new);
  }

  /** A term's values on the admitted rows. */
  public double[] values(Term term) {
    return values(computed(term));
  }

  /** A term's values on the admitted rows; computed at most once a batch. */
  public double[] values(Computed computed) {
    if (computed.term instanceof Column c) {
      return column(c.role());
    }
    if (computed.term instanceof ModelTerm m) {
      return m.values(this);
    }
    if (computed.batch != batches) {
      computed.batch = batches;
      if (computed.values == null) {
        computed.values = new double[status.length];
      }
      computed.term.fill(this, computed.values);
    }
    return computed.values;
  }
}
