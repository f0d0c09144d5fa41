package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.Role;
import dev.slicewise.spark.role.RoleReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code loss_huber(y, p, delta => 1.0)}: the loss of one row, by the very rules of the metric;
 * NULL for a row that the metric would skip.
 */
final class RowLoss extends JavaScalar {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final TreeMap<String, String> parameters;
  private transient Loss loss;
  private transient Batch batch;
  private transient Admitted rows;
  private transient RoleReader[] readers;

  RowLoss(String name, String id, Map<String, String> parameters, List<Expression> columns) {
    super(name, columns);
    this.id = id;
    this.parameters = new TreeMap<>(parameters);
  }

  @Override
  JavaScalar copy(List<Expression> arguments) {
    return new RowLoss(prettyName(), id, parameters, arguments);
  }

  @Override
  Object identity() {
    return List.of(id, parameters);
  }

  private Loss loss() {
    if (loss == null) {
      loss = MetricCatalog.standard().entry(id).bindLoss(parameters);
      batch = new Batch(loss.domain().roles(), 1);
      rows = new Admitted(loss.domain(), false, 1);
    }
    return loss;
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    for (int i = 0; i < arguments().size(); i++) {
      Role role = loss().domain().roles().get(i);
      TypeCheckResult wrong = EvaluationAggregate.wrongType(role, arguments().get(i).dataType());
      if (wrong != null) {
        return wrong;
      }
    }
    return TypeCheckResult.TypeCheckSuccess$.MODULE$;
  }

  @Override
  public Object eval(InternalRow row) {
    Loss term = loss();
    if (readers == null) {
      readers = RowInputs.readers(loss.domain().roles(), arguments());
    }
    batch.clear();
    for (int c = 0; c < arguments().size(); c++) {
      Object value = arguments().get(c).eval(row);
      if (readers[c] != null) {
        value = readers[c].convert(value);
      }
      if (value == null) {
        return null;
      }
      if (readers[c] != null) {
        batch.set(c, 0, value);
      } else {
        batch.set(c, 0, ((Double) value).doubleValue());
      }
    }
    batch.rows(1);
    rows.admit(batch);
    return rows.size() == 0 ? null : (Double) (rows.values(term)[0] + 0.0);
  }

  @Override
  public DataType dataType() {
    return DataTypes.DoubleType;
  }
}
