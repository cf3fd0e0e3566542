package weir.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.model.Json;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;
import weir.oracle.Sample;
import weir.oracle.Samples;

class TransactionJsonTest {
  /** The field names of one record must not make the parser fail at another. */
  @Test
  void namesOfFieldsMayCollideInTheParsersTable() throws Exception {
    Field table = JsonFactory.class.getDeclaredField("_byteSymbolCanonicalizer");
    Field seed = ByteQuadsCanonicalizer.class.getDeclaredField("_seed");
    table.setAccessible(true);
    seed.setAccessible(true);
    int secret = seed.getInt(table.get(Json.FACTORY));
    StringBuilder json = new StringBuilder("{");
    int names = 0;
    for (int i = 0; names < 1200 && i < 94 * 94 * 94 * 94; i++) {
      int name =
          letter(i) << 24 | letter(i / 94) << 16 | letter(i / 8836) << 8 | letter(i / 830584);
      if ((hash(name ^ secret) & 0xfff) == 0) {
        String text = new String(ByteBuffer.allocate(4).putInt(name).array(), UTF_8);
        if (!text.contains("\"") && !text.contains("\\")) {
          json.append('"').append(text).append("\":0,");
          names++;
        }
      }
    }
    Transaction tx = Sample.at(1).tx();
    json.append(new String(TransactionJson.write(tx), UTF_8).substring(1));
    assertThat(names).isEqualTo(1200);
    assertThat(TransactionJson.parse(json.toString().getBytes(UTF_8))).isEqualTo(tx);
  }

  private static int letter(int number) {
    return 33 + number % 94;
  }

  /** The hash of a name in the parser's table. */
  private static int hash(int name) {
    int hash = name + (name >>> 16);
    hash ^= hash << 3;
    return hash + (hash >>> 12);
  }

  private static final String GOOD =
      "{\"transactionId\":\"t\",\"userId\":\"u\",\"amount\":12.34,\"currency\":\"EUR\","
          + "\"timestamp\":1000}";

  private static Transaction parse(String json) throws MalformedTransactionException {
    return TransactionJson.parse(json.getBytes(UTF_8));
  }

  private static String with(String field, String value) {
    String pair = "\"" + field + "\":";
    return GOOD.replaceFirst(pair + "(\"[^\"]*\"|[0-9.]+)", Matcher.quoteReplacement(pair + value));
  }

  private static void assertMalformed(String json, String message) {
    assertThatExceptionOfType(MalformedTransactionException.class)
        .isThrownBy(() -> parse(json))
        .withMessage(message);
  }

  @Test
  void whatIsWrittenIsReadBack() throws MalformedTransactionException {
    assertThat(TransactionJson.parse(TransactionJson.write(Samples.FULL))).isEqualTo(Samples.FULL);
    assertThat(TransactionJson.parse(TransactionJson.write(Samples.BARE))).isEqualTo(Samples.BARE);
  }

  @ParameterizedTest
  @CsvSource({
    "12.34, EUR, 1234",
    "'\"12.34\"', EUR, 1234",
    "12.340, EUR, 1234",
    "1e2, EUR, 10000",
    "0, EUR, 0",
    "5, JPY, 5",
    "5.001, KWD, 5001",
    "10000000000000, EUR, 1000000000000000"
  })
  void moneyIsExact(String amount, String currency, long minor) throws Exception {
    String json = with("amount", amount).replace("EUR", currency);
    assertThat(parse(json).amountMinor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1000",
    "'\"1000\"', 1000",
    "'\"1970-01-01T00:00:01Z\"', 1000",
    "'\"1970-01-01T01:00:01.5+01:00\"', 1500",
    "'\"1970-01-01T00:00:01.123999Z\"', 1123"
  })
  void timeIsMillisecondsOrIso8601(String timestamp, long millis) throws Exception {
    assertThat(parse(with("timestamp", timestamp)).time()).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({
    "transactionId, 'null', transactionId is missing",
    "transactionId, '\" \"', transactionId is missing",
    "userId, '\"\"', userId is missing",
    "userId, 'true', userId is neither text nor a number",
    "userId, '{}', userId is neither text nor a number",
    "userId, '\"a\\u0000\"', userId contains a NUL character",
    "userId, '\"a\\ud83d\"', userId contains half a character",
    "userId, '\"\\ude00\"', userId contains half a character",
    "amount, '-0.01', amount is below zero",
    "amount, '12.345', amount is too large or has more decimals than EUR has",
    "amount, '10000000000000.01', amount is too large or has more decimals than EUR has",
    "amount, '1e999999999', amount is too large or has more decimals than EUR has",
    "amount, '1e-999999999', amount is too large or has more decimals than EUR has",
    "amount, '\"twelve\"', amount is not a number",
    "amount, '\"٣٤\"', amount is not a number",
    "amount, '\"３４\"', amount is not a number",
    "amount, '\"\\u0663\"', amount is not a number",
    "amount, 'null', amount is missing",
    "timestamp, '\"١٧٧٠٠٠٠٠٠٠٠٠٠\"', timestamp is neither epoch milliseconds nor ISO-8601 with an offset",
    "timestamp, '\"٢٠٢٦-01-01T00:00:00Z\"', timestamp is neither epoch milliseconds nor ISO-8601 with an offset",
    "timestamp, '\"2026-01-01T00:00:00+٠١:00\"', timestamp is neither epoch milliseconds nor ISO-8601 with an offset",
    "currency, '\"XXZ\"', currency is not a code of ISO 4217",
    "currency, '\"eur\"', currency is not a code of ISO 4217",
    "timestamp, '\"yesterday\"', timestamp is neither epoch milliseconds nor ISO-8601 with an offset",
    "timestamp, '\"2026-01-01T00:00:00\"', timestamp is neither epoch milliseconds nor ISO-8601 with an offset",
    "timestamp, '1.5', timestamp is neither epoch milliseconds nor ISO-8601 with an offset",
    "timestamp, '999999999999999', timestamp is not between 1970 and 9999",
    "timestamp, '\"1969-12-31T23:59:59Z\"', timestamp is not between 1970 and 9999"
  })
  void aRequiredFieldMustBeRight(String field, String value, String message) {
    assertMalformed(with(field, value), message);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"latitude\":91,\"longitude\":0', latitude is not between -90 and 90",
    "'\"latitude\":0,\"longitude\":-180.1', longitude is not between -180 and 180",
    "'\"latitude\":\"١\",\"longitude\":0', latitude is not a number",
    "'\"latitude\":0,\"longitude\":\"１\"', longitude is not a number",
    "'\"latitude\":1', latitude and longitude go together",
    "'\"userId\":\"again\"', userId is given twice",
    "'\"city\":[1]', city is neither text nor a number"
  })
  void whatMayBeThereMustBeRightToo(String field, String message) {
    assertMalformed(GOOD.replace("}", "," + field + "}"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []       | the record is not a JSON object
          'null'   | the record is not a JSON object
          ''       | the record is not a JSON object
          {} {}    | something follows the JSON object
          {"a":    | not JSON: byte 5
          nonsense | not JSON: byte 8
          """)
  void whatIsNoJsonObjectIsSaidToBeNone(String json, String message) {
    assertMalformed(json, message);
  }

  @Test
  void unknownFieldsAreIgnoredHoweverDeep() throws MalformedTransactionException {
    assertThat(parse(GOOD.replace("}", ",\"x\":{\"userId\":[1,{\"y\":null}]}}")))
        .isEqualTo(parse(GOOD));
  }

  @Test
  void whatIsTooMuchForTheParserIsMalformedAndNotACrash() {
    String message = "not JSON that can be read: too long or too deep";
    assertMalformed(with("amount", "9".repeat(2000)), message);
    String deep = "[".repeat(2000) + "]".repeat(2000);
    assertMalformed(GOOD.replace("}", ",\"x\":" + deep + "}"), message);
  }

  @Test
  void numbersAreGoodIds() throws MalformedTransactionException {
    assertThat(parse(with("userId", "4711")).userId()).isEqualTo("4711");
  }

  @Test
  void longTextIsRefused() {
    assertMalformed(
        GOOD.replace("}", ",\"city\":\"" + "x".repeat(100_000) + "\"}"),
        "city is longer than 1024 characters");
    assertMalformed(
        with("userId", "\"" + "x".repeat(257) + "\""), "userId is longer than 256 characters");
  }

  @Test
  void blankIsAsGoodAsAbsentAndMinusZeroAsZero() throws MalformedTransactionException {
    Transaction tx = parse(GOOD.replace("}", ",\"city\":\" \",\"latitude\":-0.0,\"longitude\":0}"));
    assertThat(tx.city()).isNull();
    assertThat(tx.latitude()).isEqualTo(Double.valueOf(0.0));
  }
}
