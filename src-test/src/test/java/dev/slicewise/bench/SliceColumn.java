package dev.slicewise.bench;

import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** A column by which the benchmark slices: its name, its values, and which of them a row has. */
enum SliceColumn {
  S10("s10", 10, "segment_%d") {
    @Override
    int of(BenchRow row) {
      return (int) ((row.draw(2) & 0xfffff) % 10);
    }
  },

  CHANNEL("channel", 5, "channel_%d") {
    @Override
    int of(BenchRow row) {
      return (int) ((row.draw(2) >>> 20 & 0xfffff) % 5);
    }
  },

  REGION("region", 12, "region_%02d") {
    @Override
    int of(BenchRow row) {
      return (int) ((row.draw(2) >>> 40) % 12);
    }
  },

  S500("s500", 500, "store_%03d") {
    @Override
    int of(BenchRow row) {
      return (int) ((row.draw(3) & 0xfffff) % 500);
    }
  },

  S5000("s5000", 5_000, null) {
    @Override
    int of(BenchRow row) {
      return (int) ((row.draw(3) >>> 20 & 0xffffff) % 5_000);
    }
  },

  S1M("s1m", 1_000_000, null) {
    @Override
    int of(BenchRow row) {
      return (int) ((row.draw(4) >>> 1) % 1_000_000);
    }
  },

  /** Nine rows in ten are of one value. */
  SKEWED("skewed", 100, "hub_%02d") {
    @Override
    int of(BenchRow row) {
      long draw = row.draw(3) >>> 44;
      return draw % 10 != 0 ? 0 : 1 + (int) (draw / 10 % 99);
    }
  },

  /** Not in the table of rows, but joined to it by store. */
  STATE("state", 7, "state_%d") {
    @Override
    int of(BenchRow row) {
      return stateOf(S500.of(row));
    }
  };

  private final String columnName;
  private final int cardinality;
  private final String pattern;

  SliceColumn(String columnName, int cardinality, String pattern) {
    this.columnName = columnName;
    this.cardinality = cardinality;
    this.pattern = pattern;
  }

  /** Which value a row has, from 0. */
  abstract int of(BenchRow row);

  /** The state of a store. */
  static int stateOf(int store) {
    return store % 7;
  }

  String columnName() {
    return columnName;
  }

  /** How many values there can be. */
  int cardinality() {
    return cardinality;
  }

  /** Texts for people's names of things, numbers where there are too many to name. */
  DataType type() {
    return pattern == null ? DataTypes.IntegerType : DataTypes.StringType;
  }

  /** A value as it stands in the table. */
  Object value(int index) {
    return pattern == null ? (Object) index : String.format(Locale.ROOT, pattern, index);
  }
}
