package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many more slices than the heap could hold at once. */
class MillionSlicesTest {
  @Test
  @Tag("slow")
  void aMillionSlicesPassThroughASmallHeap() throws Exception {
    Processes.Outcome run = Processes.java(List.of("-Xmx600m"), MillionSlices.class.getName());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("1000000 of 1000000 slices are right");
  }
}
