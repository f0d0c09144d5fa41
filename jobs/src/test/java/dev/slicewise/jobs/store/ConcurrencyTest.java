package dev.slicewise.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers never see a mix, and of publishers at the same time none is lost. */
class ConcurrencyTest {
  private static final int SEEDS = 3;
  private static final int ROUNDS = 8;
  private static final int PUBLISHERS = 3;
  private static final int WINDOWS = 3;

  private final SparkSession spark = Published.spark();
  @TempDir private Path folder;

  private StateTable table() {
    return StateTable.openOrNew(spark, folder.resolve("table").toString());
  }

  @Test
  void readersSeeOneOfTheTablesThatWere() throws Exception {
    List<Dataset<Row>> states = new ArrayList<>();
    Map<List<String>, Integer> seeds = new HashMap<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Dataset<Row> twoDays = Publisher.twoDays(seed).persist();
      states.add(twoDays);
      seeds.put(Published.content(twoDays), seed);
    }
    table().publish(states.get(0));
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int reader = 0; reader < 2; reader++) {
        readers.add(
            threads.submit(
                () -> {
                  int reads = 0;
                  while (!done.get()) {
                    assertThat(seeds).containsKey(Published.content(table().rows()));
                    reads++;
                  }
                  return reads;
                }));
      }
      for (int round = 1; round <= ROUNDS; round++) {
        table().publish(states.get(round % SEEDS));
      }
      done.set(true);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    } finally {
      threads.shutdownNow();
      states.forEach(Dataset::unpersist);
    }
    assertThat(seeds.get(Published.content(table().rows()))).isEqualTo(ROUNDS % SEEDS);
  }

  @Test
  void publishersOfDifferentWindowsAreAllThere() throws Exception {
    List<Dataset<Row>> states = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int day = 0; day < PUBLISHERS * WINDOWS; day++) {
      states.add(Published.states("m", day, day).persist());
      expected.addAll(Published.content(states.get(day)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS);
    try {
      List<Future<?>> publishers = new ArrayList<>();
      for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
        int first = publisher * WINDOWS;
        publishers.add(
            threads.submit(
                () -> states.subList(first, first + WINDOWS).forEach(one -> table().publish(one))));
      }
      for (Future<?> publisher : publishers) {
        publisher.get();
      }
    } finally {
      threads.shutdownNow();
      states.forEach(Dataset::unpersist);
    }
    expected.sort(null);
    assertThat(Published.content(table().rows())).isEqualTo(expected);
    // Without losers of a race this would have tested nothing but a queue: the numbers tell that
    // every publish made a manifest of its own.
    assertThat(folder.resolve("table/manifests"))
        .isDirectoryContaining(path -> path.toString().endsWith("0009.json"))
        .isDirectoryNotContaining(path -> path.toString().endsWith("0010.json"));
  }

  @Test
  void manifestsAreTakenByExactlyOne() throws Exception {
    int writers = 8;
    LocalFileSystem local = FileSystem.getLocal(new Configuration());
    ManifestFolder manifests =
        new ManifestFolder(local.getRaw(), new org.apache.hadoop.fs.Path(folder.toUri()));
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      for (long number = 1; number <= 50; number++) {
        List<Future<Boolean>> placed = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
          Manifest manifest = new Manifest(number, "writer-" + writer, List.of(), List.of());
          placed.add(threads.submit(() -> manifests.place(manifest, step -> {})));
        }
        List<Integer> winners = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
          if (placed.get(writer).get()) {
            winners.add(writer);
          }
        }
        assertThat(winners).as("of manifest %d", number).hasSize(1);
        assertThat(manifests.newest().commit()).isEqualTo("writer-" + winners.get(0));
      }
      assertThat(manifests.drafts()).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }
}
