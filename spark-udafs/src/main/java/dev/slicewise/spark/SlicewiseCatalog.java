package dev.slicewise.spark;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Brings the SQL functions to a session that already runs, where no Java can be called: from
 * Python, on Spark Connect too. Add the jar to the session, then
 *
 * <pre>{@code
 * SET spark.sql.catalog.slicewise = dev.slicewise.spark.SlicewiseCatalog;
 * SELECT slicewise.register();
 * }</pre>
 *
 * <p>It registers what {@link Slicewise#register} does, as the query is analysed, in the session
 * that asks. The catalogue holds no tables and no other function.
 */
public final class SlicewiseCatalog implements FunctionCatalog {
  private static final String REGISTER = "register";

  private String name;

  /** Called by Spark. */
  public SlicewiseCatalog() {}

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Identifier[] listFunctions(String[] namespace) {
    return new Identifier[] {Identifier.of(new String[0], REGISTER)};
  }

  @Override
  public UnboundFunction loadFunction(Identifier identifier) throws NoSuchFunctionException {
    if (identifier.namespace().length > 0 || !identifier.name().equalsIgnoreCase(REGISTER)) {
      throw new NoSuchFunctionException(identifier);
    }
    Slicewise.register(SparkSession.active());
    return new Register();
  }

  /** What {@code register()} is to Spark once its work is done: the constant true. */
  private static final class Register implements UnboundFunction, ScalarFunction<Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    public BoundFunction bind(StructType arguments) {
      if (arguments.size() > 0) {
        throw new UnsupportedOperationException("expected no argument, found " + arguments.size());
      }
      return this;
    }

    @Override
    public String description() {
      return "register() - adds the functions of Slicewise to this session";
    }

    @Override
    public String name() {
      return REGISTER;
    }

    @Override
    public DataType[] inputTypes() {
      return new DataType[0];
    }

    @Override
    public DataType resultType() {
      return DataTypes.BooleanType;
    }

    @Override
    public Boolean produceResult(InternalRow arguments) {
      return true;
    }
  }
}
