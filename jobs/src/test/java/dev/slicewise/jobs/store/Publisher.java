package dev.slicewise.jobs.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A process that publishes until somebody kills it. */
final class Publisher {
  /** What the process does without end. */
  static final String FOR_EVER = "FOR_EVER";

  private Publisher() {}

  /** Arguments: the table, and the step to stop at, or {@link #FOR_EVER}. */
  public static void main(String[] arguments) throws InterruptedException {
    boolean forEver = arguments[1].equals(FOR_EVER);
    List<Dataset<Row>> states = new ArrayList<>();
    for (int seed = 2; seed <= (forEver ? 4 : 2); seed++) {
      states.add(twoDays(seed).persist());
      states.get(states.size() - 1).count();
    }
    DirectoryTable table = DirectoryTable.open(Published.spark(), arguments[0]);
    table.watched(
        step -> {
          System.out.println(step);
          if (step.name().equals(arguments[1])) {
            park();
          }
        });
    for (int round = 0; forEver || round == 0; round++) {
      table.publish(states.get(round % states.size()));
    }
    System.out.println("published");
    park();
  }

  /** Two windows in one publish, which nobody must ever see of different seeds. */
  static Dataset<Row> twoDays(int seed) {
    return Published.states("m", 0, seed).union(Published.states("m", 1, seed));
  }

  private static void park() {
    System.out.flush();
    while (true) {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        throw new IllegalStateException("only a kill ends this", e);
      }
    }
  }
}
