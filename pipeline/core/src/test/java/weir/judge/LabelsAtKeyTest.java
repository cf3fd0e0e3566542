package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.keys.KeyBooks.then;
import static weir.keys.KeyBooks.tx;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.model.Dossier;
import weir.model.Judgement;
import weir.model.Label;
import weir.model.LogPosition;
import weir.notice.Announcements;
import weir.notice.Books;

/** Labels on payments of one shop: what they bring about, and how long they are kept. */
class LabelsAtKeyTest {
  private static final int MERCHANT = 0;
  private static final int ONLY_MERCHANT = 0b001;

  private static final String CHARTER =
      """
      allowedLateness: 3 s
      allowedClockSkew: 1 s
      horizon: 60 s
      lead: 2 s
      keys: {merchant: merchantId}
      labels: true
      """;

  private static final String FEATURES =
      """
      features:
        seven: {count: fraud, by: merchant, window: 7 s}
        thirty: {count: fraud, by: merchant, window: 30 s}
        spent: {sum: amount, by: merchant, window: 40 s}
      """;

  private final List<Judgement> said = new ArrayList<>();
  private final List<Long> askedFor = new ArrayList<>();
  private KeyHistory history = KeyHistory.EMPTY;
  private long floor = Long.MIN_VALUE;
  private int labels;

  private static String book(int version, String when) {
    return FEATURES
        + "rules: [{id: bad-shop, version: "
        + version
        + ", severity: low, when: '"
        + when
        + "', reason: x}]\n";
  }

  private static Books first(String book) {
    return then(Books.none(), 0, CHARTER + book);
  }

  private void judge(Announcements known, Books charter, AtKey came) {
    KeyJudge judge =
        new KeyJudge(
            MERCHANT, charter.charter(), known, /* verdicts= */ true, /* worthForgetting= */ 1);
    KeyJudge.Outcome outcome = judge.judge(history, came, floor);
    history = outcome.history();
    said.clear();
    said.addAll(outcome.judgements());
  }

  private void pay(Books books, long time, long logTime) {
    Dossier payment =
        new Dossier(tx("u", time, "m", null), logTime, ONLY_MERCHANT, 1, List.of(), List.of());
    judge(any -> books, books, AtKey.dossiers(List.of(payment)));
  }

  private void label(Announcements known, Books charter, long time, long logTime) {
    Label label =
        new Label(
            "t" + time,
            "u",
            time,
            List.of("m", "u"),
            /* fraud= */ true,
            /* source= */ null,
            new LogPosition(0, labels++, logTime),
            /* again= */ false);
    judge(known, charter, new AtKey(List.of(), List.of(label)));
  }

  private List<String> alerts() {
    return said.stream()
        .filter(Alert.class::isInstance)
        .map(each -> ((Alert) each).transactionId())
        .toList();
  }

  @Test
  void aLabelThatIsReadLateTouchesThoseThatShouldHaveKnownIt() {
    Books books = first(book(1, "seven > 0"));
    pay(books, 2000, 2000);
    pay(books, 6000, 6000);
    pay(books, 7000, 7000);
    label(any -> books, books, 2000, 6500);
    assertThat(alerts()).as("the one before it knows nothing of it").containsExactly("t7000");
  }

  /** Nobody has paid at this shop yet; the books must be known up to the label all the same. */
  @Test
  void aLabelAloneAsksForTheBooksOfItsTime() {
    Books books = first(book(1, "seven > 0"));
    label(
        logTime -> {
          askedFor.add(logTime);
          return books;
        },
        books,
        2000,
        6500);
    assertThat(askedFor).containsExactly(6500L);
    assertThat(history.newestLogTime()).isEqualTo(6500);
    assertThat(history.labels().all()).hasSize(1);
  }

  /** A worker that knows only the first book would forget it. */
  @Test
  void aLabelIsKeptForABookThatIsAnnouncedAndLooksFartherBack() {
    Books one = first(book(1, "seven > 0"));
    Books both = then(one, 50_000, book(2, "thirty > 0"));
    Announcements asFarAsMustBe = logTime -> logTime - 2000 < 50_000 ? one : both;
    pay(one, 40_000, 40_000);
    floor = 60_000;
    label(asFarAsMustBe, one, 35_000, 59_000);
    pay(both, 60_000, 60_000);
    assertThat(alerts()).containsExactly("t60000");
  }

  /**
   * What kept payments kept no labels: a look at labels begins with the book that asks for them.
   */
  @Test
  void aFeatureOfPaymentsKeepsNoLabels() {
    Books books = first(book(1, "spent > 1000"));
    label(any -> books, books, 2000, 3000);
    assertThat(history).as("nobody would count it").isEqualTo(KeyHistory.EMPTY);
    Books later = then(books, 3500, book(2, "thirty > 0"));
    label(any -> later, later, 2100, 5600);
    pay(later, 6000, 6000);
    assertThat(said)
        .filteredOn(Alert.class::isInstance)
        .extracting(each -> ((Alert) each).values())
        .containsExactly("{\"thirty\":1,\"warm\":false}");
  }

  @Test
  void labelsAreForgottenWithWhatTheyAreAbout() {
    Books books = first(book(1, "seven > 0"));
    label(any -> books, books, 2000, 3000);
    label(any -> books, books, 9000, 9500);
    floor = 14_000;
    pay(books, 14_000, 14_000);
    assertThat(history.labels().all()).extracting(Label::time).containsExactly(9000L);
  }
}
