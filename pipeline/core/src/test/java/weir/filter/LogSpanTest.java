package weir.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transaction;

class LogSpanTest {
  private static final Transaction TX =
      new Transaction("t", "u", 1, "EUR", 0, null, null, null, null, null, null, null, null);

  @Test
  void itHasItsBeginning() {
    assertThat(new LogSpan(10).has(9)).isFalse();
    assertThat(new LogSpan(10).has(10)).isTrue();
    assertThat(LogSpan.ALWAYS.has(Long.MIN_VALUE)).isTrue();
  }

  @Test
  void aFilterLooksAtTheLogTime() {
    Filter during = Filter.NONE.during(new LogSpan(10));
    Lists none = (list, id, logTime) -> false;
    assertThat(during.matches(TX, 15, none)).isTrue();
    assertThat(during.matches(TX, 9, none)).isFalse();
    assertThat(during).isNotEqualTo(Filter.NONE);
  }
}
