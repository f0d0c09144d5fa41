package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.CreateNamedStruct;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedArgumentExpression;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The arguments of a SQL call, sorted: columns by role, parameters by name. Positional arguments
 * fill the roles in order (label, prediction, …), then the parameters in order; everything may be
 * named. Spark's functions on columns know no names, on Connect neither: there the fields of a
 * {@code struct(…)} in the last place are the named arguments, since no role takes a struct.
 */
final class Arguments {
  /** The session's setting of the convention profile. */
  static final String PROFILE = "spark.slicewise.profile";

  private final String function;
  private final Map<String, Expression> named = new LinkedHashMap<>();
  private final List<Expression> positional = new ArrayList<>();

  Arguments(String function, List<Expression> arguments) {
    this.function = function;
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i);
      if (argument instanceof NamedArgumentExpression name) {
        name(name.key(), name.value());
      } else if (i == arguments.size() - 1 && argument instanceof CreateNamedStruct struct) {
        List<Expression> names = CollectionConverters.asJava(struct.nameExprs());
        List<Expression> values = CollectionConverters.asJava(struct.valExprs());
        for (int field = 0; field < names.size(); field++) {
          name(String.valueOf(names.get(field).eval(null)), values.get(field));
        }
      } else {
        positional.add(argument);
      }
    }
  }

  private void name(String name, Expression value) {
    String key = name.toLowerCase(Locale.ROOT);
    if (named.put(key, value instanceof Alias alias ? alias.child() : value) != null) {
      throw wrong("argument " + key + " is given twice");
    }
  }

  /** Takes the first positional argument, or the one of a name. */
  Expression takeFirst(String name) {
    Expression byName = named.remove(name);
    if (byName != null) {
      return byName;
    }
    if (positional.isEmpty()) {
      throw wrong("expected argument " + name + " first");
    }
    return positional.remove(0);
  }

  /** Takes all positional arguments that are left. */
  List<Expression> takeRest() {
    List<Expression> rest = List.copyOf(positional);
    positional.clear();
    return rest;
  }

  /** Takes a named argument, or null. */
  Expression takeNamed(String name) {
    return named.remove(name);
  }

  /** Takes a named argument that must be a literal true or false. */
  boolean takeFlag(String name, boolean otherwise) {
    Expression value = named.remove(name);
    if (value == null) {
      return otherwise;
    }
    String text = literal(name, value);
    if (!"true".equals(text) && !"false".equals(text)) {
      throw wrong("expected " + name + " => true or false, found " + text);
    }
    return "true".equals(text);
  }

  /**
   * Takes the convention profile: the argument of that name, else what the session's {@value
   * #PROFILE} says, else our own.
   */
  Profile takeProfile() {
    Expression value = named.remove("profile");
    String name =
        value == null
            ? SQLConf.get().getConfString(PROFILE, Profile.SLICEWISE.name())
            : literal("profile", value);
    try {
      return Profile.of(name);
    } catch (IllegalArgumentException e) {
      throw wrong(
          e.getMessage() + (value == null ? " The session sets it as " + PROFILE + "." : ""));
    }
  }

  /** Takes the columns of these roles, in their order. */
  List<Expression> takeRoles(List<Role> roles) {
    List<Expression> columns = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Map<String, Expression> taken = new LinkedHashMap<>();
    for (Role role : roles) {
      // A column that is read in two shapes is given once.
      Expression column =
          taken.containsKey(role.name()) ? taken.get(role.name()) : named.remove(role.name());
      if (column == null && !positional.isEmpty() && !role.equals(Role.WEIGHT)) {
        column = positional.remove(0);
      }
      if (column == null) {
        missing.add(role.name());
      } else {
        taken.put(role.name(), column);
        columns.add(column);
      }
    }
    if (!missing.isEmpty()) {
      throw wrong(
          "expected columns for "
              + roles
              + ", found none for "
              + String.join(", ", missing)
              + "; give it in its place or as "
              + missing.get(0)
              + " => column");
    }
    return columns;
  }

  /** The parameters that are given by name, without taking them. */
  Map<String, String> peekParameters(List<ParameterInfo> parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ParameterInfo parameter : parameters) {
      Expression value = named.get(parameter.name());
      if (value != null) {
        values.put(parameter.name(), literal(parameter.name(), value));
      }
    }
    return values;
  }

  /** Takes all that is left as parameters. */
  Map<String, String> takeParameters(List<ParameterInfo> parameters, List<Role> roles) {
    List<String> names = parameters.stream().map(ParameterInfo::name).toList();
    Map<String, String> values = new LinkedHashMap<>();
    if (positional.size() > parameters.size()) {
      throw wrong(
          "expected at most the columns "
              + roles
              + " and the parameters "
              + names
              + ", found "
              + (positional.size() - parameters.size())
              + " more arguments; a weight is named: weight => w");
    }
    for (int i = 0; i < positional.size(); i++) {
      values.put(names.get(i), literal(names.get(i), positional.get(i)));
    }
    named.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            List<String> known = new ArrayList<>(names);
            roles.forEach(role -> known.add(role.name()));
            known.add("weight");
            known.add("profile");
            throw wrong(
                "unknown argument '"
                    + name
                    + "': it takes "
                    + String.join(", ", known)
                    + "."
                    + Nearest.hint(name, known));
          }
          values.put(name, literal(name, value));
        });
    return values;
  }

  void expectNothingLeft(List<String> known) {
    if (!positional.isEmpty()) {
      throw wrong("found " + positional.size() + " arguments too many");
    }
    if (!named.isEmpty()) {
      String name = named.keySet().iterator().next();
      throw wrong(
          "unknown argument '"
              + name
              + "': it takes "
              + String.join(", ", known)
              + "."
              + Nearest.hint(name, known));
    }
  }

  /** The text of a constant argument. */
  String literal(String name, Expression value) {
    if (!value.foldable()) {
      throw wrong("expected a constant for " + name + ", found the column " + value.sql());
    }
    Object constant = value.eval(null);
    return constant instanceof UTF8String text ? text.toString() : String.valueOf(constant);
  }

  /** Takes a named argument that must be a constant text or number. */
  String takeText(String name, String otherwise) {
    Expression value = named.remove(name);
    return value == null ? otherwise : literal(name, value);
  }

  /** Takes a named argument that must be a constant array of texts; none when not given. */
  List<String> takeTexts(String name) {
    Expression value = named.remove(name);
    return value == null ? List.of() : texts(name, value);
  }

  /** The texts of a constant array. */
  List<String> texts(String name, Expression value) {
    if (!value.dataType().catalogString().equals("array<string>") || !value.foldable()) {
      throw wrong("expected a constant array of texts as " + name + ", found " + value.sql());
    }
    List<String> texts = new ArrayList<>();
    ArrayData array = (ArrayData) value.eval(null);
    for (int i = 0; i < array.numElements(); i++) {
      texts.add(array.getUTF8String(i).toString());
    }
    return texts;
  }

  IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(function + ": " + what);
  }
}
