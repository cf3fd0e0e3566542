package weir.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.form.TransactionJson;
import weir.model.MalformedTransactionException;
import weir.model.Money;
import weir.model.Transaction;

/** Traffic for tests. */
final class Worlds {
  static final long START = 1_767_225_600_000L;

  /** A transaction and what is staged with it, out of one record. */
  record Sent(Outgoing record, Transaction transaction) {
    boolean isFraud() {
      Label label = record.label();
      return label != null && label.isFraud();
    }

    boolean isOrdinary() {
      return record.label() == null;
    }
  }

  private static final Map<String, Double> LEVELS =
      Atlas.read().cities().stream()
          .collect(Collectors.toMap(City::currency, City::priceLevel, (a, b) -> a));

  private Worlds() {}

  /** What an amount buys, in euros. */
  static double euros(Sent sent) {
    Transaction tx = sent.transaction();
    return Money.toMajor(tx.amountMinor(), tx.currency()).doubleValue()
        / LEVELS.getOrDefault(tx.currency(), 0.0);
  }

  /** The different values of a field. */
  static Set<String> values(List<Sent> all, Function<Transaction, @Nullable String> field) {
    return all.stream()
        .map(sent -> String.valueOf(field.apply(sent.transaction())))
        .collect(Collectors.toSet());
  }

  static Sent last(List<Sent> all) {
    return all.get(all.size() - 1);
  }

  /** The time from the first to the last. */
  static long span(List<Sent> all) {
    return last(all).transaction().time() - all.get(0).transaction().time();
  }

  /** Some four payments a day by each of many people. */
  static TrafficSettings usual(long seed) {
    return TrafficSettings.of(seed, 20_000, Rate.constant(1), START);
  }

  static List<Sent> send(TrafficSettings settings, int count) {
    return send(new Traffic(settings), count);
  }

  static List<Sent> send(Traffic traffic, int count) {
    List<Sent> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Outgoing next = traffic.next();
      try {
        all.add(new Sent(next, TransactionJson.parse(next.value().bytes())));
      } catch (MalformedTransactionException wrong) {
        throw new AssertionError(text(next), wrong);
      }
    }
    return all;
  }

  static String text(Outgoing record) {
    return new String(record.value().bytes(), StandardCharsets.UTF_8);
  }

  /** All bytes of many records: values, keys, log times and labels. */
  static byte[] bytes(Traffic traffic, int count) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      Outgoing next = traffic.next();
      bytes.writeBytes(next.key().bytes());
      bytes.writeBytes(next.value().bytes());
      bytes.writeBytes(Long.toString(next.logMillis()).getBytes(StandardCharsets.UTF_8));
      Label label = next.label();
      if (label != null) {
        bytes.writeBytes(LabelJson.write(label, next.logMillis()));
      }
    }
    return bytes.toByteArray();
  }

  /** A world in which only this attack happens. */
  static Scenario only(String attack, String parameters) {
    return scenario(0.1, "{%s: {weight: 1, %s}}".formatted(attack, parameters), 0, "{}");
  }

  /** A world in which only this look-alike happens. */
  static Scenario onlyHonest(String lookAlike, String parameters) {
    return scenario(0, "{}", 0.1, "{%s: {weight: 1, %s}}".formatted(lookAlike, parameters));
  }

  private static Scenario scenario(
      double attackShare, String attacks, double lookAlikeShare, String lookAlikes) {
    return Scenario.parse(
        "test",
        """
        pause: 3 min
        attackShare: %s
        attacks: %s
        lookAlikeShare: %s
        lookAlikes: %s
        """
            .formatted(attackShare, attacks, lookAlikeShare, lookAlikes));
  }

  /** The scenes among these, by their campaigns, in the order of their beginnings. */
  static List<List<Sent>> scenes(List<Sent> all) {
    Map<String, List<Sent>> scenes = new LinkedHashMap<>();
    for (Sent sent : all) {
      Label label = sent.record().label();
      if (label != null) {
        scenes.computeIfAbsent(label.campaignId(), id -> new ArrayList<>()).add(sent);
      }
    }
    return List.copyOf(scenes.values());
  }
}
