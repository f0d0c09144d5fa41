package dev.slicewise.spark;

import dev.slicewise.spark.catalyst.FunctionCatalog;
import dev.slicewise.spark.catalyst.ShareStates;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Adds the SQL functions to every session that starts with this jar on its class path; found by
 * Spark without configuration. Where a class loader hides service files, set {@code
 * spark.sql.extensions=dev.slicewise.spark.SlicewiseExtensions}; for a session that already runs,
 * call {@link Slicewise#register}.
 */
public final class SlicewiseExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit>
    implements SparkSessionExtensionsProvider {
  /**
   * Who was served: Spark calls twice where it finds the service file and is configured as well.
   */
  private static final Set<SparkSessionExtensions> SERVED =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Called by Spark. */
  public SlicewiseExtensions() {}

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    if (!SERVED.add(extensions)) {
      return BoxedUnit.UNIT;
    }
    FunctionCatalog.standard()
        .functions()
        .forEach(
            (name, function) ->
                extensions.injectFunction(
                    new Tuple3<>(
                        new FunctionIdentifier(name), function.info(), builder(function))));
    extensions.injectOptimizerRule(
        new AbstractFunction1<>() {
          @Override
          public Rule<LogicalPlan> apply(SparkSession session) {
            return new ShareStates();
          }
        });
    return BoxedUnit.UNIT;
  }

  static scala.Function1<Seq<Expression>, Expression> builder(
      FunctionCatalog.SqlFunction function) {
    return new Builder(function);
  }

  /** Whether what makes a function's calls is of this jar. */
  static boolean isBuilder(scala.Function1<?, ?> builder) {
    return builder instanceof Builder;
  }

  private static final class Builder extends AbstractFunction1<Seq<Expression>, Expression> {
    private final FunctionCatalog.SqlFunction function;

    Builder(FunctionCatalog.SqlFunction function) {
      this.function = function;
    }

    @Override
    public Expression apply(Seq<Expression> arguments) {
      List<Expression> list = CollectionConverters.asJava(arguments);
      return function.builder().apply(list);
    }
  }
}
