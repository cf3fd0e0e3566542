package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CensusTest {
  private static Label label(String kind, boolean fraud, String campaign, String user) {
    return new Label(
        "t", user, 5, kind, fraud, campaign, new TreeMap<>(Map.of("merchantId", "m-" + user)));
  }

  @Test
  void countsEachKindAndFraudsFirst() {
    Census census = new Census();
    census.add(label("sale", false, "c1", "ada"));
    census.add(label("sale", false, "c1", "bob"));
    census.add(label("sale", false, "c2", "ada"));
    census.add(label("high-value", true, "c3", "ada"));
    census.add(label("bust-out", true, "c4", "ada"));
    census.add(label("bust-out", true, "c4", "ada"));
    assertThat(census.counts())
        .containsExactly(
            new Census.Count("bust-out", true, 2, 1, 1, 1),
            new Census.Count("high-value", true, 1, 1, 1, 1),
            new Census.Count("sale", false, 3, 2, 2, 2));
    assertThat(census.table(1000))
        .isEqualTo(
            """
              Kind        is      payments  scenes  users  shops
              bust-out    fraud          2       1      1      1
              high-value  fraud          1       1      1      1
              sale        honest         3       2      2      2
            3 frauds, 0.30 % of all payments
            """);
  }
}
