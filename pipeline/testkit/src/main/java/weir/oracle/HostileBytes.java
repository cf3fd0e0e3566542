package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import weir.form.TransactionJson;
import weir.model.Money;
import weir.model.Transaction;

/** Bytes that no well-behaved sender writes: transactions in odd forms, and malformed records. */
final class HostileBytes {
  private HostileBytes() {}

  /** The same transaction in other bytes. */
  static byte[] otherwise(Transaction tx, SplittableRandom random) {
    String good = text(tx);
    String amount = Money.toMajor(tx.amountMinor(), tx.currency()).toPlainString();
    String time = "\"timestamp\":" + tx.time();
    Instant instant = Instant.ofEpochMilli(tx.time());
    String json =
        switch (random.nextInt(6)) {
          case 0 -> good.replace(time, "\"timestamp\":\"" + instant + "\"");
          case 1 -> {
            ZoneOffset india = ZoneOffset.ofHoursMinutes(5, 30);
            yield good.replace(time, "\"timestamp\":\"" + instant.atOffset(india) + "\"");
          }
          case 2 -> good.replace("\"amount\":" + amount, "\"amount\":\"" + amount + "\"");
          case 3 ->
              good.replace("\"amount\":" + amount, "\"amount\":" + tx.amountMinor() + exponent(tx));
          case 4 ->
              "\r\n{\"note\":{\"userId\":[{\"amount\":null},1e999999999]}, " + good.substring(1);
          default -> with(good, ",\"\":\"\\ud83d\\ude00\",\"more\":[[],{}]") + "\n\t ";
        };
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String exponent(Transaction tx) {
    return "e-" + Money.digits(tx.currency());
  }

  static byte @Nullable [] malformed(Transaction tx, SplittableRandom random) {
    List<byte[]> all = malformed(tx);
    int which = random.nextInt(all.size() + 1);
    return which == all.size() ? null : all.get(which);
  }

  /** Every way to be malformed, except having no value at all. */
  static List<byte[]> malformed(Transaction tx) {
    String good = text(tx);
    List<byte[]> all = new ArrayList<>();
    for (String each : texts(good)) {
      all.add(each.getBytes(StandardCharsets.UTF_8));
    }
    all.add(with(good, ",\"letter\":\"ü\"").getBytes(StandardCharsets.ISO_8859_1));
    all.add(halfACharacter(good));
    return all;
  }

  private static List<String> texts(String good) {
    return List.of(
        "",
        " ",
        "null",
        "not json",
        "[1,2]",
        "{",
        "{}",
        good + "x",
        good + good,
        good.substring(0, good.length() / 2),
        good.replace("\"amount\":", "\"amount\":-1"),
        instead(good, "amount", "1e999999999"),
        instead(good, "amount", "1e-999999999"),
        instead(good, "amount", "0.00001"),
        instead(good, "amount", "NaN"),
        // Digits of other scripts: Arabic, full width and Devanagari.
        instead(good, "amount", "\"\u0663\u0664\""),
        instead(good, "amount", "\"\\uff13\\uff14\""),
        instead(
            good,
            "timestamp",
            "\"\u0661\u0667\u0667\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660\""),
        instead(good, "timestamp", "\"\u0662\u0660\u0662\u0666-01-01T00:00:00Z\""),
        with(good, ",\"latitude\":\"\uff11\",\"longitude\":\"\u0967\""),
        instead(good, "amount", "{}"),
        instead(good, "amount", "true"),
        good.replace("\"currency\":\"", "\"currency\":\"Q"),
        instead(good, "currency", "\"eur\""),
        good.replace("\"userId\":", "\"user\":"),
        instead(good, "userId", "\"  \""),
        instead(good, "transactionId", "null"),
        instead(good, "transactionId", "\"" + "i".repeat(300) + "\""),
        good.replace("\"transactionId\":\"", "\"transactionId\":\"\\ud800"),
        good.replace("\"transactionId\":\"", "\"transactionId\":\"\\u0000"),
        instead(good, "timestamp", "\"yesterday\""),
        instead(good, "timestamp", "\"2026-02-30T00:00:00Z\""),
        instead(good, "timestamp", "\"+999999999-12-31T23:59:59Z\""),
        instead(good, "timestamp", "9999999999999999999"),
        instead(good, "timestamp", "1.7e12"),
        good.replace("\"timestamp\":", "\"timestamp\":-"),
        with(good, ",\"latitude\":91,\"longitude\":0"),
        with(good, ",\"latitude\":1e999999999,\"longitude\":0"),
        with(good, ",\"longitude\":3"),
        with(good, ",\"amount\":1"),
        with(good, ",\"deviceId\":" + nested(3000)),
        with(good, ",\"city\":\"" + "x".repeat(20_000) + "\""),
        // Beyond the parser's own limits: too deep, and too many digits.
        with(good, ",\"unknown\":" + nested(2000)),
        instead(good, "amount", "9".repeat(2000)));
  }

  /** Half of a surrogate pair, not as an escape but as the three bytes that UTF-8 forbids. */
  private static byte[] halfACharacter(String good) {
    String bytes = new String(good.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return bytes
        .replace("\"userId\":\"", "\"userId\":\"\u00ed\u00a0\u0080")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(Transaction tx) {
    return new String(TransactionJson.write(tx), StandardCharsets.UTF_8);
  }

  private static String instead(String good, String field, String value) {
    String name = "\"" + field + "\":";
    return good.replace(name, name + value + ",\"was\":");
  }

  private static String with(String good, String more) {
    return good.substring(0, good.length() - 1) + more + "}";
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
