package weir.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.dashboard.live.Feed.Change;
import weir.model.Alert;
import weir.model.Severity;

class FeedTest {
  private final Feed feed = new Feed();

  @Test
  void whoeverHasSeenMoreStands() {
    assertThat(feed.add(found("a", 4, 10))).isEqualTo(Change.NEW);
    assertThat(feed.add(found("a", 5, 20))).isEqualTo(Change.REPLACED);
    assertThat(feed.add(found("a", 4, 30))).isEqualTo(Change.KNOWN);
    assertThat(feed.add(found("a", 5, 40))).isEqualTo(Change.KNOWN);

    assertThat(feed.find("a").orElseThrow().detectedAt()).isEqualTo(20);
  }

  @Test
  void whatIsLiveNowIsTold() {
    feed.add(found("a", 1, 10, Alert.Mode.SNOOZED));
    assertThat(feed.add(found("a", 2, 20, Alert.Mode.SNOOZED))).isEqualTo(Change.REPLACED);
    assertThat(feed.add(found("a", 3, 30, Alert.Mode.LIVE))).isEqualTo(Change.LIVE_NOW);
    assertThat(feed.add(found("a", 4, 40, Alert.Mode.LIVE))).isEqualTo(Change.REPLACED);
    assertThat(feed.add(found("a", 5, 50, Alert.Mode.SNOOZED))).isEqualTo(Change.REPLACED);
  }

  @Test
  void aRuleOnTrialIsNotAmongTheNewest() {
    feed.add(found("snoozed", 1, 10, Alert.Mode.SNOOZED));
    feed.add(found("turned", 1, 20, Alert.Mode.LIVE));
    feed.add(found("turned", 2, 30, Alert.Mode.SHADOW));

    assertThat(feed.newest(1)).extracting(found -> found.alert().id()).containsExactly("snoozed");
    assertThat(feed.find("turned")).isPresent();
  }

  @Test
  void theNewestComeFirstInWhateverOrderTheyWereTold() {
    feed.add(found("b", 1, 20));
    feed.add(found("a", 1, 10));
    feed.add(found("c", 1, 30));

    assertThat(feed.newest(2)).extracting(found -> found.alert().id()).containsExactly("c", "b");
  }

  @Test
  void itHoldsNoMoreThanItsBound() {
    for (int i = 0; i < Feed.MOST + 5; i++) {
      feed.add(found("id-" + i, 1, i));
    }

    assertThat(feed.newest(Integer.MAX_VALUE)).hasSize(Feed.MOST);
    assertThat(feed.find("id-4")).isEmpty();
    assertThat(feed.find("id-5")).isPresent();
  }

  @Test
  void itHoldsFewerOfThoseThatAreLong() {
    String reason = "x".repeat(Feed.MOST_CHARACTERS / 10);
    for (int i = 0; i < 50; i++) {
      feed.add(found("long-" + i, 1, 100 + i, reason));
    }

    assertThat(feed.newest(Feed.MOST)).hasSizeBetween(8, 9);
    assertThat(feed.find("long-49")).isPresent();
    assertThat(feed.add(found("long-old", 1, 1, reason))).isEqualTo(Change.TOO_OLD);
  }

  @Test
  void anEventThatIsStillToComeIsNotTheNewest() {
    feed.add(found("a", 1, 1000));
    // A total, whose window ends after its newest payment; then one that bears the window's end.
    assertThat(feed.newestEventTime()).isEqualTo(Long.MIN_VALUE);
    feed.add(total("new", 700, 900, 800));
    assertThat(feed.newestEventTime()).isEqualTo(700);
    feed.add(total("old", 900, 900, 800));
    assertThat(feed.newestEventTime()).isEqualTo(700);
    feed.add(total("ahead", 850, 900, 800));
    assertThat(feed.newestEventTime()).isEqualTo(800);
  }

  private static Found total(String id, long eventTime, long windowEnd, long detectedAt) {
    return Found.of(alert(id, 1, eventTime, windowEnd, "because", Alert.Mode.LIVE), detectedAt);
  }

  @Test
  void whatIsOlderThanAllThatItHoldsDoesNotPushNewerOnesOut() {
    for (int i = 0; i < Feed.MOST; i++) {
      feed.add(found("id-" + i, 1, 1000 + i));
    }

    assertThat(feed.add(found("old", 1, 10))).isEqualTo(Change.TOO_OLD);
    assertThat(feed.find("id-0")).isPresent();
    assertThat(feed.add(found("between", 1, 1500))).isEqualTo(Change.NEW);
    assertThat(feed.find("id-0")).isEmpty();
    assertThat(feed.newestDetectedAt()).isEqualTo(1000 + Feed.MOST - 1);
  }

  @Test
  void whatReplacesAnAlertStandsInItsOwnPlace() {
    feed.add(found("a", 1, 10));
    feed.add(found("b", 1, 20));
    feed.add(found("a", 2, 30));

    assertThat(feed.newest(3)).extracting(found -> found.alert().id()).containsExactly("a", "b");
  }

  private static Found found(String id, long seen, long detectedAt) {
    return found(id, seen, detectedAt, "because");
  }

  private static Found found(String id, long seen, long detectedAt, String reason) {
    return Found.of(alert(id, seen, 1, 1, reason, Alert.Mode.LIVE), detectedAt);
  }

  private static Found found(String id, long seen, long detectedAt, Alert.Mode mode) {
    return Found.of(alert(id, seen, 1, 1, "because", mode), detectedAt);
  }

  private static Alert alert(
      String id, long seen, long eventTime, long windowEnd, String reason, Alert.Mode mode) {
    return new Alert(
        id,
        Alert.Status.RAISED,
        "rule",
        1,
        1,
        mode,
        Severity.LOW,
        "user",
        null,
        eventTime,
        0,
        windowEnd,
        seen,
        BigDecimal.ONE,
        BigDecimal.ONE,
        "EUR",
        List.of("t"),
        1,
        reason);
  }
}
