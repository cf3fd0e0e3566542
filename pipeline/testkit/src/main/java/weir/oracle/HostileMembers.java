package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import weir.model.LogRecord;
import weir.notice.Member;
import weir.notice.Notice;

/** Changes to the lists while the rules of a hostile log change. */
final class HostileMembers {
  private static final int FAMOUS = 8;

  /** The users who pay most often. */
  private final List<String> famous;

  HostileMembers(List<LogRecord> log) {
    Map<String, Integer> payments = new TreeMap<>();
    for (LogRecord each : log) {
      if (each.key() != null && each.value() != null) {
        String user =
            new String(Objects.requireNonNull(each.key()).bytes(), StandardCharsets.UTF_8);
        payments.merge(user, 1, Integer::sum);
      }
    }
    famous =
        payments.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .filter(user -> !user.isBlank())
            .limit(FAMOUS)
            .toList();
  }

  /** Rules whose filters use the lists. */
  static String rules() {
    return """
      - {id: at-risky, version: 1, kind: amount-over, severity: low, limit: 20,
         filter: {merchantIdIn: risky}}
      - {id: often-not-vip, version: 1, kind: count-in-window, severity: low, moreThan: 1,
         window: 20 min, filter: {userIdNotIn: [vip], merchantIdNotIn: risky}}
      - {id: spent-at-risky, version: 1, kind: total-in-windows, severity: low, limit: 30,
         window: 30 min, every: 10 min, filter: {merchantIdIn: [risky, nobody-knows]}}
    """;
  }

  /** Half of all shops are risky. */
  Notice filled() {
    return change("risky", null, /* clear= */ false, shops(0, 25, null), List.of());
  }

  /** Some shops are no longer risky, and others are for a while. */
  Notice changed(long until) {
    List<String> gone = IntStream.range(0, 10).mapToObj(i -> "m" + i).toList();
    return change("risky", null, /* clear= */ false, shops(30, 40, until), gone);
  }

  /** Only a few risky shops are left. */
  Notice emptied(long from) {
    return change("risky", from, /* clear= */ true, shops(1, 3, null), List.of());
  }

  /** Half of the famous users become important. */
  Notice important() {
    return change(
        "vip",
        null,
        /* clear= */ false,
        famous.subList(0, FAMOUS / 2).stream().map(Member::of).toList(),
        List.of());
  }

  /** Two rules and two totals are snoozed for the famous users for a while. */
  Notice snoozed(long until) {
    List<Member> pairs = new ArrayList<>();
    for (String user : famous) {
      for (String rule : List.of("velocity", "paypal-small", "windowed-spend", "spent-at-risky")) {
        pairs.add(new Member(rule + "/" + user, null, "a customer called", until));
      }
    }
    return change("snoozed", null, /* clear= */ false, pairs, List.of());
  }

  private static List<Member> shops(int from, int to, @Nullable Long until) {
    return IntStream.range(from, to).mapToObj(i -> new Member("m" + i, null, "", until)).toList();
  }

  private static Notice change(
      String list, @Nullable Long from, boolean clear, List<Member> add, List<String> remove) {
    return new Notice.ListChange("cleo", "", from, list, clear, add, remove);
  }
}
