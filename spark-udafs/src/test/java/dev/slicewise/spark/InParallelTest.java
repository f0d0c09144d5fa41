package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InParallelTest {
  @Test
  void keepsTheOrderOfTheItems() {
    for (int count : new int[] {0, 1, 2, 3, 7, 300, 5_000}) {
      List<Integer> items = IntStream.range(0, count).boxed().toList();
      List<Integer> squares = new ArrayList<>();
      new InParallel<>(items.iterator(), (Integer i) -> i * i).forEachRemaining(squares::add);
      assertThat(squares).isEqualTo(items.stream().map(i -> i * i).toList());
    }
  }

  @Test
  void takesNoMoreThanTwiceWhatWasAskedFor() {
    Iterator<Integer> items = IntStream.iterate(0, i -> i + 1).iterator();
    InParallel<Integer, Integer> first = new InParallel<>(items, i -> i);
    for (int asked = 0; asked < 20; asked++) {
      first.next();
    }
    assertThat(items.next()).isLessThanOrEqualTo(40);
  }

  @Test
  void whatIsThrownIsThrownAsItIsWhereItsResultWouldHaveBeen() {
    IllegalStateException wrong = new IllegalStateException("expected 40 at most, found 41");
    Iterator<Integer> results =
        new InParallel<>(
            IntStream.range(0, 100).iterator(),
            (Integer i) -> {
              if (i == 41) {
                throw wrong;
              }
              return i;
            });
    for (int i = 0; i < 41; i++) {
      assertThat(results.next()).isEqualTo(i);
    }
    assertThatThrownBy(results::next).isSameAs(wrong);
  }

  @Test
  void endsWhereTheItemsEnd() {
    Iterator<Integer> none = new InParallel<>(List.<Integer>of().iterator(), i -> i);
    assertThat(none.hasNext()).isFalse();
    assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
  }
}
