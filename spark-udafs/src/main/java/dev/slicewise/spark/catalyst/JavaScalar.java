package dev.slicewise.spark.catalyst;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenFallback;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What Catalyst wants of every scalar function and Scala would write by itself. */
abstract class JavaScalar extends Expression implements CodegenFallback, Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final ArrayList<Expression> arguments;

  JavaScalar(String name, List<Expression> arguments) {
    this.name = name;
    this.arguments = new ArrayList<>(arguments);
  }

  /** The same function with other children. */
  abstract JavaScalar copy(List<Expression> arguments);

  /** What, besides name and children, makes two calls the same. */
  abstract Object identity();

  final List<Expression> arguments() {
    return arguments;
  }

  @Override
  public final String prettyName() {
    return name;
  }

  @Override
  public boolean nullable() {
    return true;
  }

  @Override
  public final Seq<Expression> children() {
    return CollectionConverters.asScala(arguments).toSeq();
  }

  @Override
  public final Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return copy(CollectionConverters.asJava(children));
  }

  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode code) {
    return CodegenFallback.super.doGenCode(context, code);
  }

  @Override
  public final int productArity() {
    return arguments.size();
  }

  @Override
  public final Object productElement(int index) {
    return arguments.get(index);
  }

  @Override
  public final boolean canEqual(Object other) {
    return other instanceof JavaScalar;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof JavaScalar that
        && getClass() == that.getClass()
        && name.equals(that.name)
        && identity().equals(that.identity())
        && arguments.equals(that.arguments);
  }

  @Override
  public final int hashCode() {
    return Objects.hash(name, identity(), arguments);
  }
}
