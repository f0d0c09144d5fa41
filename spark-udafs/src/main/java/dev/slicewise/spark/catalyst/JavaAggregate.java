package dev.slicewise.spark.catalyst;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.ImperativeAggregate;
import org.apache.spark.sql.catalyst.expressions.aggregate.TypedImperativeAggregate;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What Catalyst wants of every aggregate and Scala would write by itself. */
abstract class JavaAggregate<B> extends TypedImperativeAggregate<B> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final ArrayList<Expression> arguments;
  private final int mutableOffset;
  private final int inputOffset;

  JavaAggregate(String name, List<Expression> arguments, int mutableOffset, int inputOffset) {
    this.name = name;
    this.arguments = new ArrayList<>(arguments);
    this.mutableOffset = mutableOffset;
    this.inputOffset = inputOffset;
  }

  /** The same function with other children and offsets. */
  abstract JavaAggregate<B> copy(List<Expression> arguments, int mutableOffset, int inputOffset);

  /** What, besides name and children, makes two aggregates the same. */
  abstract Object identity();

  final List<Expression> arguments() {
    return arguments;
  }

  @Override
  public final String prettyName() {
    return name;
  }

  @Override
  public final Seq<Expression> children() {
    return CollectionConverters.asScala(arguments).toSeq();
  }

  @Override
  public final int mutableAggBufferOffset() {
    return mutableOffset;
  }

  @Override
  public final int inputAggBufferOffset() {
    return inputOffset;
  }

  @Override
  public final ImperativeAggregate withNewMutableAggBufferOffset(int offset) {
    return copy(arguments, offset, inputOffset);
  }

  @Override
  public final ImperativeAggregate withNewInputAggBufferOffset(int offset) {
    return copy(arguments, mutableOffset, offset);
  }

  @Override
  public final Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return copy(CollectionConverters.asJava(children), mutableOffset, inputOffset);
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
    return other instanceof JavaAggregate;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof JavaAggregate<?> that
        && getClass() == that.getClass()
        && name.equals(that.name)
        && identity().equals(that.identity())
        && arguments.equals(that.arguments)
        && mutableOffset == that.mutableOffset
        && inputOffset == that.inputOffset;
  }

  @Override
  public final int hashCode() {
    return Objects.hash(name, identity(), arguments, mutableOffset, inputOffset);
  }
}
