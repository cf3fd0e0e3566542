package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.keys.KeyBooks.book;
import static weir.keys.KeyBooks.first;
import static weir.keys.KeyBooks.then;
import static weir.keys.KeyBooks.tx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.model.Dossier;
import weir.model.Found;
import weir.model.Judgement;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.model.Witness;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.notice.Notice;

/** One value of a key: what comes to it, and what it says. */
class KeyJudgeTest {
  private static final int MERCHANT = 0;
  private static final int ONLY_MERCHANT = 0b001;
  private static final int BOTH = 0b011;

  /** Neither of these can lose its ground. */
  private static final String BUSY = "shop > 1";

  private static final String OFTEN =
      "kind: count-in-window, moreThan: 5, window: 6 s, by: merchant";

  private final List<Judgement> said = new ArrayList<>();
  private KeyHistory history = KeyHistory.EMPTY;
  private long floor = Long.MIN_VALUE;
  private boolean again;
  private boolean verdicts = true;
  private final List<Long> askedFor = new ArrayList<>();

  private static Dossier dossier(Transaction tx, int onward, long seen, Found... found) {
    return new Dossier(tx, tx.time(), onward, seen, List.of(), List.of(found));
  }

  private static Dossier at(long time, long seen) {
    return dossier(tx("u", time, "m", null), ONLY_MERCHANT, seen);
  }

  private Announcements known(Books books) {
    return logTime -> {
      askedFor.add(logTime);
      return books;
    };
  }

  private void judge(Books books, Dossier... came) {
    KeyJudge judge =
        new KeyJudge(MERCHANT, books.charter(), known(books), verdicts, /* worthForgetting= */ 1);
    KeyJudge.Outcome outcome = judge.judge(history, AtKey.dossiers(stamped(came)), floor);
    history = outcome.history();
    said.clear();
    said.addAll(outcome.judgements());
  }

  private List<Dossier> stamped(Dossier... came) {
    return Arrays.stream(came)
        .map(
            each ->
                new Dossier(
                    each.transaction(),
                    each.logTime(),
                    each.onward(),
                    each.seen(),
                    each.fired(),
                    each.score(),
                    each.found(),
                    again))
        .toList();
  }

  private List<Alert> alerts() {
    return said.stream().filter(Alert.class::isInstance).map(Alert.class::cast).toList();
  }

  private List<Verdict> verdicts() {
    return said.stream().filter(Verdict.class::isInstance).map(Verdict.class::cast).toList();
  }

  @Test
  void aLateOneIsJudgedAndThoseThatItTouches() {
    Books books = first(book("busy", BUSY));
    judge(books, at(5000, 1));
    assertThat(alerts()).isEmpty();
    assertThat(verdicts()).extracting(Verdict::seen).containsExactly(2L);
    judge(books, at(2000, 1), at(20_000, 1));
    assertThat(alerts()).extracting(Alert::transactionId).containsExactly("t5000");
    assertThat(alerts()).extracting(Alert::seen).containsExactly(2L);
    assertThat(verdicts()).extracting(Verdict::seen).containsExactly(2L, 3L, 2L);
    assertThat(verdicts())
        .extracting(Verdict::change)
        .containsExactly(Verdict.Change.FIRST, Verdict.Change.REVISED, Verdict.Change.FIRST);
  }

  @Test
  void aRevisionReplacesWhatWasKnownAndAnOlderOneDoesNot() {
    Books books = first(book("busy", BUSY));
    judge(books, at(5000, 1));
    judge(books, at(5000, 3));
    assertThat(verdicts()).extracting(Verdict::seen).containsExactly(4L);
    assertThat(verdicts()).extracting(Verdict::change).containsExactly(Verdict.Change.CONFIRMED);
    judge(books, at(5000, 2), at(5000, 3));
    assertThat(said).isEmpty();
    assertThat(history.transactions().history().size()).isEqualTo(1);
  }

  /** What other keys said of a transaction touches no other transaction. */
  @Test
  void aRevisionIsAboutItsOwnTransaction() {
    Books books = first(book("busy", BUSY));
    judge(books, at(5000, 1), at(6000, 1));
    judge(books, at(5000, 2));
    assertThat(verdicts()).extracting(each -> each.transaction().id()).containsExactly("t5000");
  }

  @Test
  void anAlertThatLosesItsGroundIsWithdrawn() {
    Books books = first(book("alone", "shop < 2"));
    judge(books, at(5000, 1));
    assertThat(alerts()).extracting(Alert::isRaised).containsExactly(true);
    judge(books, at(4000, 1));
    assertThat(alerts()).extracting(Alert::isRaised).containsExactly(true, false);
    assertThat(alerts()).extracting(Alert::seen).containsExactly(1L, 2L);
  }

  /** The run before may have raised one between the two, and it would stand for ever. */
  @Test
  void whoRepeatsWithdrawsWhatItNeverRaised() {
    Books books = first(book("alone", "shop < 2", "busy", BUSY, "often", OFTEN));
    again = true;
    judge(books, at(4000, 1), at(5000, 1));
    assertThat(alerts())
        .extracting(each -> each.ruleId() + " " + each.transactionId() + " " + each.status().code())
        .containsExactly("alone t4000 raised", "alone t5000 withdrawn", "busy t5000 raised");
    assertThat(alerts().get(1).seen()).isEqualTo(2);
    assertThat(alerts().get(1).reason())
        .isEqualTo("Withdrawn: a late transaction removed the reason, if there ever was one");
    judge(books, at(5000, 2));
    assertThat(alerts()).extracting(Alert::isRaised).as("all was said then").containsExactly(true);
  }

  /** Somebody who knew more may have judged what stands there. */
  @Test
  void theBooksMustBeKnownUpToTheNewestThatEverCame() {
    Books books = first(book("busy", BUSY));
    judge(books, at(9000, 1));
    judge(books, at(5000, 1));
    assertThat(askedFor).containsExactly(9000L, 9000L);
  }

  @Test
  void evidenceStaysWhereNoRuleCanHoldAnyMore() {
    Books books = first(book("mixed", "mine > 1 && shop > 1 && device > 1"));
    judge(books, dossier(tx("u", 1000, "m", "d"), BOTH, 7, new Found("mine", 4L, 4, List.of())));
    assertThat(onward().found())
        .filteredOn(each -> each.feature().equals("shop"))
        .containsExactly(new Found("shop", 1L, 1, List.of()));
  }

  private Dossier onward() {
    return said.stream()
        .filter(Dossier.class::isInstance)
        .map(Dossier.class::cast)
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  /** What is said of it there is the same as before. */
  @Test
  void withoutVerdictsLaterKeysHearAgainOnlyOfWhatTheyAskFor() {
    verdicts = false;
    assertThat(goOnWhenOneIsLate("device > 1")).containsExactly("t2000");
    assertThat(goOnWhenOneIsLate("shop > 1 && device > 1")).containsExactly("t2000", "t5000");
    verdicts = true;
    assertThat(goOnWhenOneIsLate("device > 1")).containsExactly("t2000", "t5000");
  }

  private List<String> goOnWhenOneIsLate(String atDevice) {
    Books books = first(book("busy", BUSY, "device", atDevice));
    history = KeyHistory.EMPTY;
    judge(books, dossier(tx("u", 5000, "m", "d"), BOTH, 1));
    judge(books, dossier(tx("v", 2000, "m", "d"), BOTH, 1));
    assertThat(alerts()).extracting(Alert::transactionId).containsExactly("t5000");
    return said.stream()
        .filter(Dossier.class::isInstance)
        .map(each -> ((Dossier) each).transaction().id())
        .toList();
  }

  @Test
  void itHandsOnWhatLaterKeysAskFor() {
    Books books = first(book("mixed", "mine > 1 && shop > 1 && device > 1", "busy", BUSY));
    Found mine = new Found("mine", 4L, 4, List.of(new Witness(1, "x", "u")));
    judge(books, dossier(tx("u", 1000, "m", "d"), BOTH, 7, mine));
    judge(books, dossier(tx("v", 1500, "m", "d"), BOTH, 7, mine));
    Dossier onward = onward();
    assertThat(onward.onward()).isEqualTo(0b010);
    assertThat(onward.nextKey()).isEqualTo(1);
    assertThat(onward.seen()).isEqualTo(9);
    assertThat(onward.fired()).as("the second rule of the book").containsExactly(1);
    assertThat(onward.found())
        .containsExactlyInAnyOrder(
            mine,
            new Found(
                "shop",
                2L,
                2,
                List.of(new Witness(1000, "t1000", "u"), new Witness(1500, "t1500", "v"))));
  }

  @Test
  void whatIsForgottenMakesNoDifference() {
    Books books = first(book("sum", "shop_sum > 3"));
    for (int i = 0; i < 60; i++) {
      floor = i % 7 == 0 ? i * 500L : floor;
      judge(books, at(i * 500L, 1));
      long seen = i * 500 < 8000 ? i + 1 : 17 + i % 4;
      assertThat(verdicts()).extracting(Verdict::seen).containsExactly(1 + seen);
      assertThat(alerts()).hasSize(seen > 3 ? 1 : 0);
    }
    assertThat(history.transactions().history().size()).isLessThan(25);
  }

  /** Its sender wrote a log time far below those around it; no record ends a job. */
  @Test
  void whatIsOlderThanWhatWasTakenToBeFinalPassesBy() {
    Books books = first(book("sum", "shop_sum > 3"));
    judge(books, at(1000, 1), at(9000, 1));
    floor = 20_000;
    judge(books, at(20_000, 1));
    KeyHistory before = history;
    judge(books, at(8000, 1));
    assertThat(alerts()).isEmpty();
    assertThat(verdicts()).hasSize(1);
    assertThat(history).isEqualTo(before);
  }

  /** Those that were forgotten before do not count for it, and it must not miss them. */
  @Test
  void aLaterBookMayLookFartherBackThanWhatIsKept() {
    Books books = first(book("sum", "shop_sum > 3"));
    judge(books, at(1000, 1), at(9000, 1));
    floor = 20_000;
    judge(books, at(20_000, 1));
    assertThat(history.transactions().history().size()).isEqualTo(1);
    String far = "kind: count-in-window, moreThan: 1, window: 25 s, by: merchant";
    Books later = then(books, 19_000, book("far", far));
    judge(later, at(21_000, 1));
    assertThat(alerts()).isEmpty();
    judge(later, at(22_000, 1));
    assertThat(alerts()).extracting(Alert::seen).containsExactly(2L);
  }

  /** What is summed up for one of them serves the other one. */
  @Test
  void featuresThatBeganTogetherStayTogether() {
    Books books = first(book("sum", "shop_sum > 1", "busy", BUSY));
    books = then(books, 3000, book("sum", "shop_sum > 1"));
    judge(books, at(4000, 1));
    Transaction late = tx("v", 3500, "m", null);
    judge(books, new Dossier(late, 5500, ONLY_MERCHANT, 1, List.of(), List.of()));
    assertThat(alerts())
        .extracting(each -> each.ruleId() + " " + each.transactionId() + " " + each.seen())
        .containsExactly("sum t4000 2", "busy t4000 2");
  }

  /** Somebody has heard of a book that ends it, and others only of its cancelling. */
  @Test
  void aBookThatIsCancelledLeavesNoTrace() throws Exception {
    Books books = first(book("crowd", "users > 1"));
    Books coming = then(books, 10_000, book("mine", "mine > 1"));
    judge(coming, at(9000, 1), at(9500, 1));
    Books cancelled = coming.with(new Notice.Cancel("bob", "", 2), 10_000);
    judge(cancelled, dossier(tx("v", 12_500, "m", null), ONLY_MERCHANT, 1));
    assertThat(alerts()).extracting(Alert::transactionId).containsExactly("t12500");
  }
}
