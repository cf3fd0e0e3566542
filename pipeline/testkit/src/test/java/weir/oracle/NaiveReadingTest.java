package weir.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.form.TransactionParser;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;

/** Two readings of any record, one that streams and one that keeps the whole, must agree. */
class NaiveReadingTest {
  private static final RecordLayout LAYOUT =
      new RecordLayout(
          List.of(
              new DeclaredField("ip", DeclaredType.TEXT),
              new DeclaredField("bin", DeclaredType.TEXT, Pointer.parse("/card/bin")),
              new DeclaredField("risk", DeclaredType.NUMBER, Pointer.parse("/card/0")),
              new DeclaredField("second", DeclaredType.NUMBER, Pointer.parse("/card/1/0")),
              new DeclaredField("present", DeclaredType.BOOL, Pointer.parse("/card/~1~0/"))),
          Map.of(
              "userId", Pointer.parse("/card/user"),
              "city", Pointer.parse("/town")));

  private static final List<String> NAMES =
      List.of("card", "bin", "0", "1", "/~", "", "ip", "user", "town", "city", "x", "userId");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "7",
          "-0.0",
          "0.5",
          "0.0000025",
          "999999999999.9999995",
          "999999999999.9999994",
          "1e12",
          "1e-7",
          "1E+11",
          "1e999999999",
          "1e-999999999",
          "1e-99999999999",
          "0e99999999999",
          "\"\"",
          "\" \"",
          "\"::1\"",
          "\"u\\u0000\"",
          "\"\\ud800\"",
          "\"\\ud83d\\ude00\"",
          "\"" + "x".repeat(256) + "\"",
          "\"" + "y".repeat(257) + "\"",
          "\"" + " ".repeat(300) + "\"");

  private SplittableRandom random = new SplittableRandom(0);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void bothReadTheSame(long seed) {
    random = new SplittableRandom(seed);
    int accepted = 0;
    int declared = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] record = record().getBytes(StandardCharsets.UTF_8);
      Optional<Transaction> streamed = read(record, false);
      assertThat(streamed)
          .as(() -> new String(record, StandardCharsets.UTF_8))
          .isEqualTo(read(record, true));
      accepted += streamed.isPresent() ? 1 : 0;
      declared += streamed.filter(tx -> tx.declared().size() > 1).isPresent() ? 1 : 0;
    }
    assertThat(accepted).isBetween(2_000, 17_000);
    assertThat(declared).isGreaterThan(500);
  }

  private static Optional<Transaction> read(byte[] record, boolean naively) {
    try {
      return Optional.of(
          naively
              ? NaiveReading.parse(LAYOUT, record)
              : TransactionParser.of(LAYOUT).parse(record));
    } catch (MalformedTransactionException malformed) {
      return Optional.empty();
    }
  }

  /** One that would be good but for what is added and what is left out. */
  private String record() {
    List<String> fields = new ArrayList<>();
    fields.add("\"transactionId\":\"t\",\"amount\":1,\"currency\":\"EUR\",\"timestamp\":1000");
    fields.add(random.nextInt(4) == 0 ? named("card", 1) : card());
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.add(random.nextInt(8) == 0 ? named(name(), 3) : named("ip", 0));
    }
    String json = "{" + String.join(",", fields) + "}";
    return random.nextInt(40) == 0 ? json.substring(0, random.nextInt(json.length())) : json;
  }

  private String card() {
    List<String> fields = new ArrayList<>();
    fields.add("\"user\":\"u\"");
    for (String each : List.of("bin", "0", "1", "/~", "x")) {
      switch (random.nextInt(8)) {
        case 0 -> fields.add(named(each, 2));
        case 1, 2, 3 -> fields.add("\"" + each + "\":" + fit(each));
        default -> {}
      }
    }
    return "\"card\":{" + String.join(",", fields) + "}";
  }

  /** A value that the place of this name can have. */
  private String fit(String name) {
    return switch (name) {
      case "bin" -> "\"b" + random.nextInt(9) + "\"";
      case "0" -> "-0." + random.nextInt(99_999_999);
      case "1" -> "[" + random.nextInt(9) + "e" + random.nextInt(-14, 14) + ",{}]";
      default -> "{\"x\":[],\"\":" + random.nextBoolean() + "}";
    };
  }

  private String named(String name, int depth) {
    return "\"" + name + "\":" + value(depth);
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private String value(int depth) {
    int kind = random.nextInt(depth > 0 ? 4 : 2);
    if (kind < 2) {
      return VALUES.get(random.nextInt(VALUES.size()));
    }
    List<String> inside = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      inside.add(kind == 2 ? value(depth - 1) : named(name(), depth - 1));
    }
    String all = String.join(",", inside);
    return kind == 2 ? "[" + all + "]" : "{" + all + "}";
  }
}
