package dev.slicewise.core.term;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of several models that predicted the same rows, each in a column of its own. What is asked of
 * a model reads that column wherever it would read the prediction, so anything that can be asked of
 * one model can be asked of all of them in one pass.
 *
 * @param output the role of its predictions, in whatever shape is asked for
 * @param judged the roles of all models that a row must be usable by, its own among them, sorted: a
 *     row that only one model can be judged on would spoil the pairing
 */
public record Model(String output, List<String> judged) {
  /** The role of predictions where nobody speaks of several models. */
  public static final String PREDICTION = Role.PREDICTION.name();

  /** Sorts the roles and refuses a model that is not judged itself. */
  public Model {
    output = new Role(output).name();
    Set<String> names = new TreeSet<>();
    for (String name : judged) {
      names.add(new Role(name).name());
    }
    if (!names.contains(output)) {
      throw new IllegalArgumentException(
          "expected model '" + output + "' among the judged ones, found " + names);
    }
    judged = List.copyOf(names);
  }

  /** A model on the rows that it can be judged on. */
  public static Model alone(String output) {
    return new Model(output, List.of(output));
  }

  /** A model on the rows that it and another one can be judged on. */
  public static Model beside(String output, String other) {
    return new Model(output, List.of(output, other));
  }

  /** Whether this is the prediction itself, so that nothing has to be read elsewhere. */
  public boolean isPlain() {
    return judged.equals(List.of(PREDICTION));
  }

  /** Whether the rows of a domain say anything about a prediction. */
  public static boolean readsPrediction(Domain domain) {
    for (Role role : domain.roles()) {
      if (role.name().equals(PREDICTION)) {
        return true;
      }
    }
    return false;
  }

  /** Which column a role is read from: the model's own where it is the prediction. */
  static Role read(String output, Role role) {
    boolean elsewhere = role.name().equals(PREDICTION) && !output.equals(PREDICTION);
    return elsewhere ? new Role(output, role.shape()) : role;
  }

  /** The rows of a domain that all judged models can be judged on. */
  public Domain domain(Domain ofPrediction) {
    Set<Role> roles = new LinkedHashSet<>();
    for (Role role : ofPrediction.roles()) {
      for (String name : judged) {
        roles.add(read(name, role));
      }
    }
    List<Condition> conditions = new ArrayList<>();
    for (Condition condition : ofPrediction.conditions()) {
      for (String name : judged) {
        conditions.add(name.equals(PREDICTION) ? condition : new ModelCondition(name, condition));
      }
    }
    return new Domain(List.copyOf(roles), conditions);
  }

  /** A term of this model. */
  public Term of(Term term) {
    return isPlain() ? term : new ModelTerm(this, term);
  }
}
