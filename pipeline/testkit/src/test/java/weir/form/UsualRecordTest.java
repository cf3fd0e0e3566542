package weir.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Parsed;
import weir.model.Payload;
import weir.model.Transaction;
import weir.oracle.HostileLog;

/** The short way of usual records and the way of all records say the same of any bytes. */
class UsualRecordTest {
  private static final TransactionParser PARSER = TransactionParser.of(RecordLayout.USUAL);
  private static final byte[][] NAMES =
      Objects.requireNonNull(UsualRecord.names(RecordLayout.USUAL));

  private static final String GOOD =
      "{\"transactionId\":\"1gol36v-1\",\"userId\":\"user-8887\",\"amount\":1654.67,"
          + "\"currency\":\"EUR\",\"timestamp\":1767225600000,\"merchantId\":\"digital-5\","
          + "\"category\":\"digital\",\"paymentMethod\":\"PayPal\",\"city\":\"Bogotá\","
          + "\"country\":\"CO\",\"latitude\":-4.6243,\"longitude\":74.0636,"
          + "\"deviceId\":\"dev-pt2pbfnt4\"}";

  /** Values for any field, right for some and wrong for others. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "nul",
          "nullx",
          "{}",
          "[]",
          "0",
          "-0",
          "-0.0",
          "00",
          "01.5",
          "1.",
          ".5",
          "1.5e0",
          "12.3400",
          "12.345",
          "90.0000000001",
          "-90",
          "180",
          "180.00001",
          "0.1234567890123",
          "12345678901234",
          "123456789012345",
          "1000000000000000",
          "1000000000000001",
          "99999999999999",
          "253402300799999",
          "253402300800000",
          "9".repeat(64),
          "9".repeat(65),
          "9".repeat(1001),
          "\"\"",
          "\" \"",
          "\"\u2003\"",
          "\" a\"",
          "\"a \"",
          "\"\\u0041\"",
          "\"\ufffd\"",
          "\"😀\"",
          "\"\u007f\"",
          "\"\u0001\"",
          "\"EUR\"",
          "\"eur\"",
          "\"JPY\"",
          "\"KWD\"",
          "\"CLF\"",
          "\"XAU\"",
          "\"7\"",
          "\"-7.50\"",
          "\"+7\"",
          "\"007.5\"",
          "\"7.\"",
          "\"7_0\"",
          "\"٣\"",
          "\"2026-01-01T00:00:00Z\"",
          "\"2026-01-01T05:30:00.25+05:30\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"" + "i".repeat(256) + "\"",
          "\"" + "i".repeat(257) + "\"",
          "\"" + "ü".repeat(256) + "\"",
          "\"" + "x".repeat(1024) + "\"",
          "\"" + "x".repeat(1025) + "\"");

  private static final List<String> MORE_NAMES =
      List.of("", "other", "userid", "userId ", "amount", "user\\u0049d", "größe", "a\\\"b");

  private int right;
  private int quick;

  /** What is said of bytes: a transaction, or what is wrong. */
  private static Object said(byte[] record, boolean any) {
    try {
      return any ? PARSER.parseAny(record) : PARSER.parse(record);
    } catch (MalformedTransactionException malformed) {
      return String.valueOf(malformed.getMessage());
    }
  }

  private static Object parsed(byte[] record) {
    try {
      return PARSER.parsed(record);
    } catch (MalformedTransactionException malformed) {
      return String.valueOf(malformed.getMessage());
    }
  }

  private void assertSame(byte[] record) {
    Object expected = said(record, true);
    assertThat(said(record, false))
        .as(() -> new String(record, UTF_8))
        .isEqualTo(expected)
        .hasSameHashCodeAs(expected);
    assertThat(parsed(record))
        .as(() -> new String(record, UTF_8))
        .isEqualTo(
            expected instanceof Transaction tx ? new Parsed(RecordLayout.USUAL, tx) : expected);
    right += expected instanceof Transaction ? 1 : 0;
    quick += UsualRecord.read(record, NAMES) == null ? 0 : 1;
  }

  @Test
  void usualRecordsTakeTheShortWay() throws MalformedTransactionException {
    assertThat(UsualRecord.read(GOOD.getBytes(UTF_8), NAMES)).isNotNull();
    String airy = GOOD.replace("\":", "\" : ").replace(",\"", ",\n\t\"") + "\r\n";
    assertThat(UsualRecord.read(airy.getBytes(UTF_8), NAMES))
        .isEqualTo(PARSER.parseAny(GOOD.getBytes(UTF_8)));
  }

  @Test
  void textsThatRepeatAreShared() throws MalformedTransactionException {
    Transaction one = PARSER.parse(GOOD.getBytes(UTF_8));
    Transaction other = PARSER.parse(GOOD.replace("-8887", "-1").getBytes(UTF_8));
    assertThat(other.city()).isSameAs(one.city());
    assertThat(other.currency()).isSameAs(one.currency());
    assertThat(other.userId()).isNotEqualTo(one.userId());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aHostileLogIsReadTheSame(long seed) {
    List<LogRecord> log = HostileLog.generate(seed, 20, 3, 2000, 500);
    for (LogRecord each : log) {
      Payload value = each.value();
      if (value != null) {
        assertSame(value.bytes());
      }
    }
    assertThat(quick).isBetween(log.size() / 4, right - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void damagedBytesAreReadTheSame(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 60_000; i++) {
      byte[] record = GOOD.getBytes(UTF_8);
      for (int many = random.nextInt(3); many >= 0; many--) {
        record = damaged(record, random);
      }
      assertSame(record);
    }
    assertThat(quick).isBetween(5_000, right - 1);
    assertThat(right).isLessThan(50_000);
  }

  private static byte[] damaged(byte[] record, Random random) {
    if (record.length == 0) {
      return record;
    }
    int at = random.nextInt(record.length);
    byte any =
        (byte)
            (random.nextBoolean()
                ? "\"\\{}[]:,.-+eE019 \n\tn".charAt(random.nextInt(20))
                : random.nextInt());
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(record, at);
      case 1 ->
          joined(Arrays.copyOf(record, at), any, Arrays.copyOfRange(record, at, record.length));
      case 2 ->
          joined(
              Arrays.copyOf(record, at), record[at], Arrays.copyOfRange(record, at, record.length));
      default ->
          joined(Arrays.copyOf(record, at), any, Arrays.copyOfRange(record, at + 1, record.length));
    };
  }

  private static byte[] joined(byte[] before, byte between, byte[] after) {
    byte[] all = Arrays.copyOf(before, before.length + 1 + after.length);
    all[before.length] = between;
    System.arraycopy(after, 0, all, before.length + 1, after.length);
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyValueOfAnyFieldIsReadTheSame(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40_000; i++) {
      List<String> members = new ArrayList<>();
      for (String member : GOOD.substring(1, GOOD.length() - 1).split(",", -1)) {
        String name = member.substring(0, member.indexOf(':'));
        int chance = random.nextInt(24);
        if (chance > 0) {
          members.add(chance > 1 ? member : name + ":" + any(VALUES, random));
        }
      }
      if (random.nextInt(4) == 0) {
        members.add("\"" + any(MORE_NAMES, random) + "\":" + any(VALUES, random));
      }
      if (random.nextInt(4) == 0) {
        Collections.shuffle(members, random);
      }
      assertSame(("{" + String.join(",", members) + "}").getBytes(UTF_8));
    }
    assertThat(quick).isBetween(5_000, right - 1);
    assertThat(right).isLessThan(35_000);
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** Bounds that the general way has for names and texts that nobody asks for. */
  @Test
  void whatIsVeryLongIsReadTheSame() {
    for (int size : new int[] {8_000, 49_999, 50_001, 70_000}) {
      String filling = "x".repeat(size);
      assertSame(GOOD.replace("\"city\":", "\"" + filling + "\":").getBytes(UTF_8));
      assertSame(GOOD.replace("Bogotá", filling).getBytes(UTF_8));
      assertSame((GOOD + " ".repeat(size)).getBytes(UTF_8));
    }
  }

  @Test
  void digitsAreReadAsTheJdkReadsThem() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      String degrees =
          (random.nextBoolean() ? "-" : "") + random.nextInt(91) + "." + digits(random);
      assertSame(
          GOOD.replace("-4.6243", degrees).replace("1654.67", digits(random)).getBytes(UTF_8));
    }
    assertThat(quick).isGreaterThan(20_000);
  }

  private static String digits(Random random) {
    String all = Long.toString(random.nextLong() >>> 1);
    return all.substring(0, 1 + random.nextInt(Math.min(15, all.length())));
  }

  @Test
  void recordsOfAnotherLayoutMayHaveTheUsualShape() throws MalformedTransactionException {
    RecordLayout renamed = new RecordLayout(List.of(), Map.of("userId", Pointer.to("customer")));
    byte[] record = GOOD.replace("\"userId\"", "\"customer\"").getBytes(UTF_8);
    byte[][] names = Objects.requireNonNull(UsualRecord.names(renamed));
    assertThat(UsualRecord.read(record, names)).isEqualTo(PARSER.parse(GOOD.getBytes(UTF_8)));
    assertThat(UsualRecord.read(GOOD.getBytes(UTF_8), names)).isNull();
  }

  @Test
  void noOtherLayoutHasTheUsualShape() {
    assertThat(
            UsualRecord.names(
                new RecordLayout(List.of(), Map.of("userId", Pointer.parse("/customer/id")))))
        .isNull();
    assertThat(
            UsualRecord.names(
                new RecordLayout(List.of(new DeclaredField("ip", DeclaredType.TEXT)), Map.of())))
        .isNull();
  }
}
