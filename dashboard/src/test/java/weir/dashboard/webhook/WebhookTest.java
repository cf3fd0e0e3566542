package weir.dashboard.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.dashboard.Alerts;
import weir.dashboard.Waiting;
import weir.dashboard.live.Feed;
import weir.dashboard.live.Found;
import weir.dashboard.store.Lookups;
import weir.model.Alert;
import weir.model.Severity;

/** What a chat is told, and when, whatever its server does. */
@Timeout(180)
class WebhookTest {
  private static final String PAGE = "https://weir.example/";

  private final Feed feed = new Feed();
  private final Chat chat;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private Webhook webhook;

  WebhookTest() throws IOException {
    chat = new Chat();
    webhook = webhook(Severity.HIGH, Duration.ofMinutes(10), Duration.ofMinutes(1));
    webhook.bindTo(meters);
  }

  private Webhook webhook(Severity from, Duration every, Duration giveUp) {
    return new Webhook(
        new WebhookSettings(chat.address(), from, every),
        () -> PAGE,
        new Lookups(Optional.empty(), feed),
        Optional::empty,
        new Post(chat.address(), Duration.ofSeconds(3)),
        new Webhook.Pace(
            Duration.ofMillis(100), Duration.ofMillis(20), Duration.ofMillis(100), giveUp));
  }

  @AfterEach
  void close() {
    webhook.close();
    chat.close();
  }

  private static Found found(Alert alert) {
    return Found.of(alert, System.currentTimeMillis());
  }

  private static Found found(String id, String user) {
    return found(Alerts.velocity(id, user));
  }

  private double metric(String name) {
    return name.equals("waiting")
        ? meters.get("weir.webhook.waiting").gauge().value()
        : meters.get("weir.webhook." + name).functionCounter().count();
  }

  @Test
  void anAlertIsToldOnceForItsUserAndSpan() throws Exception {
    webhook.found(found("a-1", "ada"));
    webhook.found(found("a-2", "ada"));
    Waiting.until("it is told", () -> metric("sent") == 1);
    webhook.found(found("a-3", "ada"));
    webhook.found(found("b-1", "bob"));
    Waiting.until("the other is told", () -> metric("sent") == 2);

    assertThat(chat.taken)
        .containsExactly(
            "{\"text\":\"*high* `velocity` for the user `ada`: `4 payments within 1 min`, and 1"
                + " more alert. <https://weir.example/#/user/ada|Open the user>\"}",
            "{\"text\":\"*high* `velocity` for the user `bob`: `4 payments within 1 min`."
                + " <https://weir.example/#/user/bob|Open the user>\"}");
  }

  @Test
  void afterTheSpanTheUserIsToldOfAgain() throws Exception {
    webhook.close();
    webhook = webhook(Severity.LOW, Duration.ofMillis(300), Duration.ofMinutes(1));
    webhook.found(found("a-1", "ada"));
    Waiting.until("it is told", () -> chat.taken.size() == 1);
    TimeUnit.MILLISECONDS.sleep(400);
    webhook.found(found("a-2", "ada"));
    Waiting.until("it is told again", () -> chat.taken.size() == 2);
  }

  @Test
  void onlyWhatIsNewGraveAndStandsIsTold() throws Exception {
    webhook.close();
    webhook = webhook(Severity.CRITICAL, Duration.ofMinutes(10), Duration.ofMinutes(1));
    Alert high = Alerts.velocity("h", "high");
    webhook.found(found(high));
    webhook.found(found(critical(Alerts.withdrawn(high))));
    webhook.found(found(critical(Alerts.inMode(Alert.Mode.SNOOZED, high))));
    webhook.found(found(critical(Alerts.inMode(Alert.Mode.SHADOW, high))));
    webhook.found(
        Found.of(critical(high), System.currentTimeMillis() - Duration.ofMinutes(1).toMillis()));
    webhook.found(found(critical(Alerts.velocity("c", "grave"))));
    Waiting.until("it is told", () -> !chat.taken.isEmpty());
    TimeUnit.MILLISECONDS.sleep(300);
    assertThat(chat.taken).singleElement().asString().contains("`grave`");
  }

  @Test
  void whatIsWithdrawnBeforeItIsToldIsNotTold() throws Exception {
    Alert raised = Alerts.velocity("w", "wendy");
    feed.add(found(Alerts.withdrawn(raised)));
    webhook.found(found(raised));
    webhook.found(found("n", "next"));
    Waiting.until("the next is told", () -> !chat.taken.isEmpty());
    assertThat(chat.taken).singleElement().asString().contains("`next`");
  }

  @Test
  void aServerThatFailsIsAskedAgain() throws Exception {
    chat.next.add(Chat.Answer.of(500));
    chat.next.add(Chat.Answer.of(503));
    webhook.found(found("f", "fay"));
    Waiting.until("it is told", () -> metric("sent") == 1);
    assertThat(chat.askedAtNanos).hasSize(3);
    assertThat(metric("failed")).isZero();
  }

  @Test
  void aServerThatWantsToBeLeftAloneIs() throws Exception {
    chat.next.add(new Chat.Answer(429, "1", 0));
    webhook.found(found("r", "rob"));
    Waiting.until("it is told", () -> metric("sent") == 1);
    assertThat(chat.askedAtNanos.get(1) - chat.askedAtNanos.get(0))
        .isGreaterThanOrEqualTo(Duration.ofMillis(950).toNanos());
  }

  @Test
  void aServerThatRefusesIsNotAskedAgainAndTheNextAlertIsTold() throws Exception {
    chat.next.add(Chat.Answer.of(404));
    webhook.found(found("n-1", "nan"));
    Waiting.until("it has failed", () -> metric("failed") == 1);
    assertThat(chat.askedAtNanos).hasSize(1);
    webhook.found(found("n-2", "nan"));
    Waiting.until("it is told", () -> metric("sent") == 1);
  }

  @Test
  void aRedirectLeadsNowhere() throws Exception {
    chat.next.add(Chat.Answer.of(307));
    webhook.found(found("n-1", "red"));
    Waiting.until("it has failed", () -> metric("failed") == 1);
    assertThat(chat.taken).isEmpty();
  }

  @Test
  void aServerThatGoesAndComesBackIsToldWhatWaited() throws Exception {
    chat.stop();
    for (int i = 0; i < 20; i++) {
      webhook.found(found("d-" + i, "down-" + i));
    }
    TimeUnit.MILLISECONDS.sleep(500);
    assertThat(metric("waiting")).isEqualTo(20);
    chat.restart();
    Waiting.until("all are told", () -> metric("sent") == 20);
    assertThat(metric("waiting")).isZero();
    assertThat(chat.taken).hasSize(20);
  }

  @Test
  void whatWaitsForTooLongIsGivenUp() throws Exception {
    webhook.close();
    webhook = webhook(Severity.LOW, Duration.ofMinutes(10), Duration.ofMillis(300));
    MeterRegistry own = new SimpleMeterRegistry();
    webhook.bindTo(own);
    chat.stop();
    webhook.found(found("g-1", "gus"));
    Waiting.until(
        "it is given up", () -> own.get("weir.webhook.failed").functionCounter().count() == 1);
    chat.restart();
    webhook.found(found("g-2", "gus"));
    Waiting.until("the next is told", () -> chat.taken.size() == 1);
  }

  @Test
  void aSlowServerIsAskedAgainAndHoldsNobodyUp() throws Exception {
    chat.next.add(new Chat.Answer(200, "", 6000));
    long start = System.nanoTime();
    webhook.found(found("s-1", "sam"));
    assertThat(System.nanoTime() - start).isLessThan(Duration.ofMillis(100).toNanos());
    Waiting.until("it is told", () -> metric("sent") == 1);
    assertThat(chat.askedAtNanos).hasSize(2);
  }

  @Test
  void fiveHundredAlertsASecondAreAMessageForEachUserAndHoldNobodyUp() throws Exception {
    chat.millis = 5;
    long longest = 0;
    long start = System.nanoTime();
    for (int i = 0; i < 1500; i++) {
      Found found = found("m-" + i, "user-" + i % 50);
      long before = System.nanoTime();
      webhook.found(found);
      longest = Math.max(longest, System.nanoTime() - before);
      long due = start + i * Duration.ofMillis(2).toNanos();
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }
    Waiting.until("all users are told of", () -> metric("sent") == 50 && metric("waiting") == 0);
    assertThat(chat.taken).hasSize(50);
    assertThat(longest).isLessThan(Duration.ofMillis(500).toNanos());
  }

  @Test
  void noMoreThanAThousandWait() {
    chat.stop();
    for (int i = 0; i < 1500; i++) {
      webhook.found(found("q-" + i, "queued-" + i));
    }
    assertThat(metric("waiting")).isBetween(1000.0, 1001.0);
    assertThat(metric("failed")).isBetween(499.0, 500.0);
  }

  private static Alert critical(Alert alert) {
    return new Alert(
        alert.id(),
        alert.status(),
        alert.ruleId(),
        alert.ruleVersion(),
        alert.book(),
        alert.mode(),
        Severity.CRITICAL,
        alert.userId(),
        alert.transactionId(),
        alert.eventTime(),
        alert.windowStart(),
        alert.windowEnd(),
        alert.seen(),
        alert.observed(),
        alert.limit(),
        alert.unit(),
        alert.values(),
        alert.by(),
        alert.evidence(),
        alert.evidenceCount(),
        alert.reason());
  }
}
