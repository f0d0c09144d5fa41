package dev.slicewise.spark;

import dev.slicewise.core.term.Role;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which columns of the input are what, as the user said.
 *
 * @param columns column or expression by role name; others stand for the column of their name
 * @param weight the weight of a row, or null
 * @param key the key of a row, or null
 * @param group the query that a row belongs to, or null when every row is complete
 * @param positiveLabel the label that counts as 1, or null
 */
record InputRoles(
    Map<String, String> columns, String weight, String key, String group, String positiveLabel) {
  /** Freezes the map, the weight among the roles. */
  InputRoles {
    Map<String, String> all = new LinkedHashMap<>(columns);
    if (weight != null) {
      all.put(Role.WEIGHT.name(), weight);
    }
    columns = Map.copyOf(all);
  }
}
