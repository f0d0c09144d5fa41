package dev.slicewise.core.term;

/**
 * A rule on the prediction, applied to another model's.
 *
 * @param output the role of that model's predictions
 * @param condition the rule
 */
public record ModelCondition(String output, Condition condition) implements Condition {
  @Override
  public void check(Batch batch, byte[] status, Notes notes) {
    condition.check(batch.as(output), status, notes);
  }

  @Override
  public boolean holds(Batch batch) {
    return condition.holds(batch.as(output));
  }

  @Override
  public boolean skipsGroups() {
    return condition.skipsGroups();
  }

  @Override
  public boolean admitsNegativeInfinity(Role role) {
    boolean own = role.name().equals(output);
    boolean other = own || role.name().equals(Model.PREDICTION);
    return own
        ? condition.admitsNegativeInfinity(new Role(Model.PREDICTION, role.shape()))
        : !other && condition.admitsNegativeInfinity(role);
  }
}
