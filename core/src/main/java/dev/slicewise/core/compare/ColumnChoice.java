package dev.slicewise.core.compare;

import dev.slicewise.core.metric.drift.ColumnKind;
import dev.slicewise.core.slice.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column as the user named it: {@code distance}, {@code log(distance) AS log_distance}, {@code
 * month:categories}.
 *
 * @param name how it is called
 * @param source column or SQL expression
 * @param kind what it is read as; null to go by its type
 */
public record ColumnChoice(String name, String source, ColumnKind kind) {
  private static final Pattern WITH_KIND =
      Pattern.compile("(.*\\S)\\s*:\\s*(numbers|categories|embedding)", Pattern.DOTALL);

  /**
   * Reads lists of columns, each item one or several with commas between.
   *
   * @throws IllegalArgumentException when one is neither a column nor a SQL expression
   */
  public static List<ColumnChoice> parse(List<String> said) {
    List<ColumnChoice> choices = new ArrayList<>();
    for (String list : said) {
      for (String text : Dimension.Syntax.split(list)) {
        choices.add(one(text));
      }
    }
    return choices;
  }

  private static ColumnChoice one(String text) {
    Matcher kind = WITH_KIND.matcher(text);
    boolean says = kind.matches();
    Dimension column = Dimension.parse(says ? kind.group(1) : text);
    String source = column instanceof Dimension.Expression sql ? sql.sql() : column.name();
    if (!(column instanceof Dimension.Expression) && !(column instanceof Dimension.Column)) {
      throw new IllegalArgumentException(
          "expected a column or SQL expression, found '" + text + "'");
    }
    return new ColumnChoice(
        column.name(),
        source,
        says ? ColumnKind.valueOf(kind.group(2).toUpperCase(Locale.ROOT)) : null);
  }
}
