package weir.coders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weir.book.Key;
import weir.feature.Feature;
import weir.feature.FeatureWindow;
import weir.feature.Folding;
import weir.feature.FoldingHistory;
import weir.feature.Function;
import weir.feature.Where;
import weir.filter.Lists;
import weir.judge.KeyHistory;
import weir.labels.Labels;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.Dossier;
import weir.model.FiredRule;
import weir.model.Found;
import weir.model.Label;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Original;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.Severity;
import weir.model.TowardsTotal;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.model.Witness;
import weir.oracle.Sample;
import weir.oracle.Samples;

class CodersTest {
  private static final Alert OF_WINDOW =
      new Alert(
          "id",
          Alert.Status.WITHDRAWN,
          "rule",
          3,
          1,
          Alert.Mode.LIVE,
          Severity.LOW,
          "u",
          null,
          5,
          0,
          5,
          7,
          BigDecimal.TEN,
          BigDecimal.ONE,
          "EUR",
          List.of(),
          0,
          "");
  private static final LogPosition POSITION = new LogPosition(3, 1L << 40, -1);
  private static final Payload BYTES = new Payload(new byte[] {0, -1, 7});
  private static final Rejected REJECTED =
      new Rejected(RejectReason.FUTURE, "why", POSITION, BYTES);

  private static final Payload LARGE = new Payload(new byte[Original.MOST_BYTES + 1]);
  private static final Rejected CUT = new Rejected(RejectReason.LATE, "why", POSITION, LARGE);

  private static final Verdict SUSPICIOUS =
      new Verdict(
          Samples.FULL,
          4,
          List.of(new FiredRule("a", 2, Severity.CRITICAL), new FiredRule("b", 1, Severity.LOW)),
          7,
          Verdict.Change.REVISED);
  private static final Verdict SCORED =
      new Verdict(
          Samples.BARE, Integer.MAX_VALUE, List.of(), 1000, 1L << 40, Verdict.Change.CONFIRMED);
  private static final Verdict LEGITIMATE =
      new Verdict(Samples.BARE, 1, List.of(), 1, Verdict.Change.FIRST);

  private static final Dossier DOSSIER =
      new Dossier(
          Samples.DECLARED,
          Samples.DECLARED.time() - 3,
          6,
          1L << 40,
          List.of(0, 999),
          /* score= */ 0,
          List.of(
              new Found("whole", 7L, 9, List.of(new Witness(3, "ä", "u"), new Witness(2, "b", ""))),
              new Found("real", -0.5, 1, List.of()),
              new Found("text", "ß", 2, List.of()),
              new Found("none", null, 3, List.of())),
          /* again= */ true);
  private static final Dossier BARE_DOSSIER =
      new Dossier(Samples.BARE, 5, 1, 1, List.of(), List.of());

  /** At all keys that there can be. */
  private static final Dossier SCORED_DOSSIER =
      new Dossier(
          Samples.BARE,
          5,
          (1 << (Key.MOST + 1)) - 1,
          1,
          List.of(),
          /* score= */ 1000,
          List.of(),
          /* again= */ true);

  private static final Label LABEL =
      new Label("t-1", "ada", 5, Arrays.asList("m-1", null), true, "chargeback", POSITION, true);
  private static final Label BARE_LABEL =
      new Label("", "", 0, List.of(), false, null, POSITION, false);

  private static KeyHistory keyHistory(Labels labels) {
    Feature count =
        new Feature(
            "n", Function.COUNT, null, "m", new FeatureWindow(7_000, 0, 1000), false, Where.ALL);
    FoldingHistory folded =
        FoldingHistory.EMPTY
            .with(List.of(BARE_DOSSIER))
            .foldedBefore(Samples.BARE.time() + 1, Folding.of(List.of(count)), Lists.NONE)
            .with(List.of(DOSSIER));
    return new KeyHistory(folded, labels, 1L << 41);
  }

  private static <T> Stream<Arguments> of(Coder<T> coder, List<? extends T> values) {
    return values.stream().map(value -> Arguments.of(coder, value));
  }

  static Stream<Arguments> values() {
    return Stream.of(
            of(TransactionCoder.of(), List.of(Samples.FULL, Samples.BARE, Samples.DECLARED)),
            of(
                AcceptedCoder.of(),
                List.of(
                    new Accepted(Samples.FULL, POSITION, BYTES),
                    new Accepted(Samples.FULL, POSITION, LARGE),
                    new Accepted(Samples.BARE, POSITION, Original.of(BYTES), /* again= */ true))),
            of(RejectedCoder.of(), List.of(REJECTED, CUT)),
            of(AlertCoder.of(), List.of(Samples.ALERT, Samples.BY_KEYS, OF_WINDOW)),
            of(VerdictCoder.of(), List.of(SUSPICIOUS, LEGITIMATE, SCORED)),
            of(
                TowardsTotalCoder.of(),
                List.of(
                    new TowardsTotal("r", 1, 5, Samples.FULL),
                    new TowardsTotal("r", 1 << 30, 1L << 40, Samples.BARE))),
            of(
                JudgementCoder.of(),
                List.of(
                    Samples.ALERT,
                    Samples.BY_KEYS,
                    REJECTED,
                    new TowardsTotal("r", 1, 5, Samples.BARE),
                    SUSPICIOUS,
                    DOSSIER)),
            of(DossierCoder.of(), List.of(DOSSIER, BARE_DOSSIER, SCORED_DOSSIER)),
            of(
                new KeyHistoryCoder(),
                List.of(
                    KeyHistory.EMPTY,
                    keyHistory(Labels.NONE),
                    keyHistory(Labels.of(List.of(LABEL, BARE_LABEL))))),
            of(
                LogRecordCoder.of(),
                List.of(
                    new LogRecord(POSITION, BYTES, BYTES),
                    new LogRecord(POSITION, null, new Payload(new byte[0])),
                    new LogRecord(POSITION, BYTES, null, /* again= */ true))))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void keepItsWord(Coder<T> coder, T value) throws Exception {
    CoderProperties.coderSerializable(coder);
    CoderProperties.coderDecodeEncodeEqual(coder, value);
    CoderProperties.coderDeterministic(coder, value, value);
    CoderProperties.coderConsistentWithEquals(coder, value, value);
    CoderProperties.structuralValueDecodeEncodeEqual(coder, value);
    coder.verifyDeterministic();
  }

  /** Checkpoints outlive builds: a change here makes old ones unreadable. */
  @Test
  void theFormOfATransactionNeverChanges() throws Exception {
    assertThat(
            HexFormat.of()
                .formatHex(CoderUtils.encodeToByteArray(TransactionCoder.of(), Samples.FULL)))
        .isEqualTo(
            "037422310b6dc3bc6c6c6572f09f9880c0c4070345555280b8c7b5ca33026d05666f6f640750617950616c0b53c3a36f205061756c6f03425201c0378d0e56041893c047510624dd2f1b0264");
  }

  /** They stand behind a zero, where otherwise the length of an id stands. */
  @Test
  void declaredFieldsStandBeforeTheSameBytes() throws Exception {
    byte[] plain = CoderUtils.encodeToByteArray(TransactionCoder.of(), Samples.FULL);
    assertThat(
            HexFormat.of()
                .formatHex(CoderUtils.encodeToByteArray(TransactionCoder.of(), Samples.DECLARED)))
        .isEqualTo(
            "0004"
                + "046177617903"
                + "026970010bf09f988020\"'7b7d5c0a".replace("\"'", "2227")
                + "0770726573656e7404"
                + "047269736b02bf843d"
                + HexFormat.of().formatHex(plain));
  }

  @Test
  void aTransactionWithoutAnIdHasNoForm() {
    Transaction nameless = Sample.at(1).id("").tx();
    assertThatExceptionOfType(CoderException.class)
        .isThrownBy(() -> CoderUtils.encodeToByteArray(TransactionCoder.of(), nameless));
  }
}
