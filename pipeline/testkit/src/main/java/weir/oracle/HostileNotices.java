package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import weir.files.YamlFile;
import weir.learn.Model;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.notice.Notice;
import weir.notice.NoticeJson;

/**
 * The control topic of a hostile log. It begins with rules of every kind and key and changes them
 * again and again in the middle of the log. Many of its notices are illegal.
 */
public final class HostileNotices {
  private static final long LEAD_MILLIS = 10_000;

  private static final String FIRST_BOOK = "hostile-rules.yaml";

  /** Models over all keys; nobody announces the last one. */
  private static final Model LEARNED = model(/* trees= */ 12, /* seed= */ 13);

  private static final Model MORE = model(/* trees= */ 4, /* seed= */ 10);

  private static final Model UNKNOWN = model(/* trees= */ 1, /* seed= */ 2);

  private final List<LogRecord> control = new ArrayList<>();
  private final long[] times;
  private final HostileMembers members;
  private long now;
  private String text = firstText();

  private HostileNotices(List<LogRecord> log) {
    times = log.stream().mapToLong(each -> each.position().time()).sorted().toArray();
    members = new HostileMembers(log);
    now = times[0] - 60_000;
  }

  private static Model model(int trees, long seed) {
    List<String> inputs =
        List.of(
            "amount",
            "hour",
            "mean_2h",
            "count_6h",
            "amount > mean_2h",
            "users_at_shop",
            "taken_2h",
            "frauds_at_shop",
            "share_at_shop",
            "my_frauds",
            "users_on_device",
            "device_share",
            "on_spot",
            "since");
    return SmallModels.of(firstText(), inputs, trees, new Random(seed));
  }

  /** The text of the first book. */
  public static String firstText() {
    return YamlFile.textOfShipped(HostileNotices.class, FIRST_BOOK);
  }

  /** The control topic of a log, all of whose log times must be valid. */
  public static List<LogRecord> of(List<LogRecord> log) {
    HostileNotices notices = new HostileNotices(log);
    notices.tell();
    return notices.control;
  }

  private void tell() {
    add("nothing");
    put(now, NoticeJson.write(members.filled()));
    book(null);
    put(now, NoticeJson.write(members.filled()));
    at(10);
    illegal();
    put(now, NoticeJson.write(members.important()));
    at(15);
    changed(
        "version: 2\n    kind: count-in-window\n    severity: high\n    moreThan: 3",
        "version: 3\n    kind: count-in-window\n    severity: low\n    moreThan: 2");
    book(null);
    at(20);
    put(now, NoticeJson.write(Notice.Model.of("zoe", "", LEARNED)));
    put(now, NoticeJson.write(Notice.Model.of("zoe", "smaller", MORE)));
    without("slow-drain", "  # As much");
    // What it asks for at the merchant, and for a while nobody asks for it.
    without("crowded-shop", "  - id: rich-shop");
    book(null);
    at(25);
    added(
        """
          - {id: often-in-hours, version: 1, kind: count-in-window, severity: low,
             moreThan: 12, window: 7 h}
        """);
    added(HostileMembers.rules());
    added(
        """
          - {id: out-of-character, version: 1, severity: high,
             when: amount > 2 * mean_2h && count_6h >= 3,
             reason: "{amount} {currency} is {amount / mean_2h} times the mean of {mean_2h}"}
          - {id: crowded-again, version: 1, severity: low, when: users_at_shop >= 7 && amount < 30,
             reason: "{users_at_shop} others paid {merchantId} within 2 min"}
          - {id: device-places, version: 1, kind: distinct-places, by: device, severity: low,
             atLeast: 3, window: 30 min}
          - {id: shop-hopper, version: 1, severity: low, filter: {categoryNot: subscription},
             when: "shops_1min > 2 && since < 30", reason: "{shops_1min} shops, {since} s apart"}
        """);
    added(
        """
          - {id: trial, version: 1, mode: shadow, kind: amount-over, severity: low, limit: 60}
          - {id: few, version: 1, rollout: 30 %, kind: amount-over, severity: low, limit: 90}
          - {id: few-totals, version: 1, rollout: 50 %, kind: total-in-windows, severity: low,
             limit: 100, window: 10 min, every: 5 min}
        """);
    added(SmallModels.rule("learned", LEARNED, 700, ", filter: {amountOver: 5}"));
    // Its score is on no verdict: it is not the first.
    added(SmallModels.rule("learned-more", MORE, 600, ", mode: shadow"));
    book(when(30));
    put(now, NoticeJson.write(members.snoozed(when(48))));
    at(35);
    put(now, NoticeJson.write(members.changed(when(52))));
    at(40);
    put(now, NoticeJson.write(members.emptied(when(60))));
    twoAtOnce();
    changed("id: device-crowd\n    version: 1", "id: device-crowd\n    version: 2");
    changed("moreThan: 3\n    window: 5 min", "moreThan: 2\n    window: 5 min");
    changed("version: 1, mode: shadow,", "version: 2,");
    changed("version: 1, rollout: 30 %,", "version: 2, rollout: 60 %,");
    at(45);
    book(null);
    at(50);
    cancelled();
    at(55);
    illegal();
    without("windowed-spend", "  - {id: often");
    book(null);
    at(70);
    // The first rules again, and then one more total; the clock of another broker is behind.
    text = firstText();
    book(null);
    now -= 5000;
    added(
        """
          - {id: much-in-hours, version: 1, kind: total-in-windows, severity: medium,
             limit: 9000, window: 2 h, every: 30 min}
        """);
    book(when(5));
    at(85);
    changed("version: 3\n    kind: total-in-windows", "version: 4\n    kind: total-in-windows");
    changed("limit: 3500\n    window: 1 min", "limit: 3000\n    window: 1 min");
    book(null);
    at(95);
    book(when(100) + 3_600_000);
  }

  /** Two people announce books at the same time, and both started from the rules in force. */
  private void twoAtOnce() {
    String before = text;
    changed("version: 2\n    kind: amount-over", "version: 3\n    kind: amount-over");
    changed("severity: high\n    limit: 9000", "severity: critical\n    limit: 8000");
    book(null);
    text = before;
    changed("version: 1\n    kind: travel-speed", "version: 2\n    kind: travel-speed");
    changed("overKmh: 900", "overKmh: 800");
    book(null);
  }

  /**
   * One cancel is in time, so its book never takes effect. The others are repeated, too late, or
   * illegal for other reasons.
   */
  private void cancelled() {
    String before = text;
    without("velocity", "  - id: paypal-small");
    book(now + 2 * LEAD_MILLIS);
    int number = books();
    now += LEAD_MILLIS;
    cancel(number);
    cancel(number);
    text = before;
    added("  - {id: any, version: 1, kind: amount-over, severity: low, limit: 3000}\n");
    book(now + LEAD_MILLIS);
    now += 1;
    cancel(number + 1);
    cancel(1);
    cancel(99);
    text = before;
  }

  private void illegal() {
    String before = text;
    changed("limit: 9000", "limit: 9001");
    book(null);
    text = before;
    changed("allowedLateness: 1 min", "allowedLateness: 2 min");
    book(null);
    text = before;
    added(
        """
          - {id: far, version: 1, kind: count-in-window, severity: low,
             moreThan: 12, window: 9 h}
        """);
    book(null);
    text = before;
    added("  - {id: far, version: 0, kind: magic, severity: no}\n");
    book(null);
    text = before;
    added(SmallModels.rule("learned-too", UNKNOWN, 1, ""));
    book(null);
    text = before;
    put(
        now,
        NoticeJson.write(
            new Notice.Model(
                "mallory",
                "not what it says",
                UNKNOWN.name(),
                new String(LEARNED.artefact(), StandardCharsets.UTF_8))));
    add("{\"notice\":\"book\",\"author\":\"mallory\",\"comment\":\"\",\"book\":\"\\ud800\"}");
    add("{\"notice\":\"list\",\"author\":\"mallory\",\"comment\":\"\"}");
    add(
        "{\"notice\":\"cancel\",\"author\":\"\",\"comment\":\"\",\"number\":\""
            + "1".repeat(5000)
            + "\"}");
    add("x".repeat(600_000));
    add("");
    put(-1, NoticeJson.write(new Notice.Book("mallory", "has no time", null, text)));
    put(now, null);
  }

  /** How many legal books have been announced so far. */
  private int books() {
    return NaiveBooks.of(control).announced();
  }

  private void at(int percent) {
    now = when(percent);
  }

  /** The log time by which this percentage of the log has been written. */
  private long when(int percent) {
    return times[(times.length - 1) * percent / 100];
  }

  private void changed(String part, String other) {
    if (!text.contains(part)) {
      throw new AssertionError("there is no '" + part + "' in\n" + text);
    }
    text = text.replace(part, other);
  }

  private void without(String rule, String next) {
    int begin = text.indexOf("  - id: " + rule);
    int end = text.indexOf(next, begin);
    if (begin < 0 || end < 0) {
      throw new AssertionError("there is no '" + rule + "' before '" + next + "' in\n" + text);
    }
    text = text.substring(0, begin) + text.substring(end);
  }

  private void added(String rule) {
    text = text + rule;
  }

  private void book(@Nullable Long from) {
    put(now, NoticeJson.write(new Notice.Book("ann", "book of " + now, from, text)));
  }

  private void cancel(int number) {
    put(now, NoticeJson.write(new Notice.Cancel("bob", "", number)));
  }

  private void add(String value) {
    put(now, value.getBytes(StandardCharsets.UTF_8));
  }

  private void put(long time, byte @Nullable [] value) {
    LogPosition at = new LogPosition(0, control.size(), time);
    control.add(new LogRecord(at, null, value == null ? null : new Payload(value)));
  }
}
