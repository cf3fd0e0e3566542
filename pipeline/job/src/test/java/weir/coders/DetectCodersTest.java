package weir.coders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;
import weir.history.History;
import weir.oracle.Sample;
import weir.oracle.Samples;
import weir.rules.Spending;

class DetectCodersTest {
  private static final History HISTORY =
      History.of(
          List.of(Sample.at(3).in("Köln", null).tx(), Sample.at(9).tx()), new long[] {2, 200});

  private static <T> void check(Coder<T> coder, T value) throws Exception {
    CoderProperties.coderSerializable(coder);
    CoderProperties.coderDecodeEncodeEqual(coder, value);
    CoderProperties.coderDeterministic(coder, value, value);
    CoderProperties.coderConsistentWithEquals(coder, value, value);
  }

  @Test
  void keepTheirWord() throws Exception {
    check(new HistoryCoder(), HISTORY);
    check(new HistoryCoder(), History.empty());
    check(
        new HistoryCoder(),
        History.of(List.of(Sample.at(3).tx(), Samples.DECLARED), new long[] {2, 200}));
    check(new SpendingCoder(), Spending.NOTHING);
    check(
        new SpendingCoder(),
        Spending.of(Samples.FULL, 7).plus(Spending.of(Samples.BARE, 1L << 40)));
  }

  /** Checkpoints outlive builds: a change here makes old ones unreadable. */
  @Test
  void theFormOfAHistoryNeverChanges() throws Exception {
    assertThat(HexFormat.of().formatHex(CoderUtils.encodeToByteArray(new HistoryCoder(), HISTORY)))
        .isEqualTo(
            "020274330175e8070345555203000000064bc3b66c6e000000010274390175e807034555520900000000000000fe02");
  }
}
