package weir.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.DeclaredValues;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.model.MalformedTransactionException;
import weir.model.Parsed;
import weir.model.Transaction;
import weir.oracle.Samples;

/** Records of which a charter says what stands where. */
class TransactionParserTest {
  private static final RecordLayout LAYOUT =
      new RecordLayout(
          List.of(
              new DeclaredField("ip", DeclaredType.TEXT),
              new DeclaredField("bin", DeclaredType.TEXT, Pointer.parse("/card/bin")),
              new DeclaredField("risk", DeclaredType.NUMBER, Pointer.parse("/scores/1/a~1b")),
              new DeclaredField("present", DeclaredType.BOOL)),
          Map.of(
              "userId", Pointer.parse("/customer/id"),
              "amount", Pointer.parse("/payment/amount"),
              "timestamp", Pointer.parse("/payment/at"),
              "city", Pointer.parse("/customer/home/city")));

  private static final String GOOD =
      "{\"transactionId\":\"t\",\"currency\":\"EUR\",\"ip\":\"::1\",\"present\":false,"
          + "\"customer\":{\"id\":\"u\",\"home\":{\"city\":\"Bonn\"}},"
          + "\"payment\":{\"at\":1000,\"x\":[{}],\"amount\":\"12.34\"},"
          + "\"card\":{\"bin\":\"4111\"},\"scores\":[7,{\"a/b\":0.5},{\"a/b\":1}]}";

  private static final Map<String, Object> DECLARED =
      Map.of("ip", "::1", "bin", "4111", "risk", new BigDecimal("0.5"), "present", false);

  private static Transaction parse(String json) throws MalformedTransactionException {
    return TransactionParser.of(LAYOUT).parse(json.getBytes(UTF_8));
  }

  private static void assertMalformed(String json, String message) {
    assertThatExceptionOfType(MalformedTransactionException.class)
        .isThrownBy(() -> parse(json))
        .withMessage(message);
  }

  private static Transaction good(DeclaredValues declared) {
    return new Transaction(
        "t", "u", 1234, "EUR", 1000, null, null, null, "Bonn", null, null, null, null, declared);
  }

  @Test
  void everyFieldIsReadWhereItStands() throws MalformedTransactionException {
    assertThat(parse(GOOD)).isEqualTo(good(DeclaredValues.of(DECLARED)));
  }

  @Test
  void aStepIsAPlaceInAnArrayOrANameInAnObject() throws MalformedTransactionException {
    String object = GOOD.replace("[7,{\"a/b\":0.5},{\"a/b\":1}]", "{\"1\":{\"a/b\":5e-1}}");
    assertThat(parse(object)).isEqualTo(parse(GOOD));
    assertThat(parse(GOOD.replace("[7,", "[")).declared().millionths("risk")).isEqualTo(1_000_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "::1"            | null
          "::1"            | " "
          "ip"             | "up"
          "4111"           | null
          {"bin":"4111"}   | null
          {"bin":"4111"}   | "none"
          {"bin":"4111"}   | [{"bin":"4111"}]
          "card"           | "cards"
          0.5              | null
          [7,              | [7,7,
          {"a/b":0.5}      | [[{"a/b":0.5}]]
          false            | null
          """)
  void whatIsNotThereIsAbsent(String there, String instead) throws MalformedTransactionException {
    assertThat(GOOD).contains(there);
    assertThat(parse(GOOD.replace(there, instead)).declared().size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "::1"     | 7                 | ip is not text
          "::1"     | true              | ip is not text
          "::1"     | {}                | ip is not text
          "::1"     | "a\\u0000"        | ip contains a NUL character
          "::1"     | "\\ud83d"         | ip contains half a character
          "4111"    | 4111              | bin (/card/bin) is not text
          "4111"    | ["4111"]          | bin (/card/bin) is not text
          0.5       | "0.5"             | risk (/scores/1/a~1b) is not a number
          0.5       | true              | risk (/scores/1/a~1b) is not a number
          0.5       | 1e12              | risk (/scores/1/a~1b) has more than 12 digits before the point
          0.5       | -999999999999.9999995 | risk (/scores/1/a~1b) has more than 12 digits before the point
          0.5       | 1e999999999       | risk (/scores/1/a~1b) has more than 12 digits before the point
          0.5       | 1e99999999999999  | risk (/scores/1/a~1b) has more than 12 digits before the point
          0.5       | NaN               | not JSON: byte 202
          false     | "false"           | present is not true or false
          false     | 0                 | present is not true or false
          "u"       | null              | userId (/customer/id) is missing
          "u"       | true              | userId (/customer/id) is neither text nor a number
          "12.34"   | -1                | amount (/payment/amount) is below zero
          "12.34"   | "x"               | amount (/payment/amount) is not a number
          "12.34"   | 0.001             | amount (/payment/amount) is too large or has more decimals than EUR has
          1000      | 1.5               | timestamp (/payment/at) is neither epoch milliseconds nor ISO-8601 with an offset
          1000      | -1                | timestamp (/payment/at) is neither epoch milliseconds nor ISO-8601 with an offset
          "Bonn"    | ["Bonn"]          | city (/customer/home/city) is neither text nor a number
          "id"      | "ID"              | userId (/customer/id) is missing
          "EUR"     | "eur"             | currency is not a code of ISO 4217
          "present":false | "ip":null   | ip is given twice
          "4111"    | "4111","bin":"4111" | bin (/card/bin) is given twice
          "bin":"4111" | "bin":null,"bin":"4111" | bin (/card/bin) is given twice
          "card":   | "card":null,"card": | /card is given twice
          "card":   | "customer":0,"card": | /customer is given twice
          {"a/b":0.5} | {"a/b":0.5,"a/b":0.5} | risk (/scores/1/a~1b) is given twice
          """)
  void whatIsWrongIsSaidWithItsPlace(String right, String wrong, String message) {
    assertThat(GOOD).contains(right);
    assertMalformed(GOOD.replace(right, wrong), message);
  }

  @Test
  void aTextHasTheBoundsOfAnId() throws MalformedTransactionException {
    assertThat(parse(GOOD.replace("::1", "x".repeat(256))).declared().text("ip")).hasSize(256);
    assertMalformed(GOOD.replace("::1", "x".repeat(257)), "ip is longer than 256 characters");
  }

  @Test
  void theUsualNameOfAMappedFieldCountsForNothing() throws MalformedTransactionException {
    String more = GOOD.replace("{\"trans", "{\"userId\":[true],\"userId\":1,\"trans");
    assertThat(parse(more)).isEqualTo(parse(GOOD));
  }

  @Test
  void namesMayBeGivenTwiceWhereNothingIsLookedAt() throws MalformedTransactionException {
    String more =
        GOOD.replace("{\"bin\":\"4111\"}", "{\"x\":{\"bin\":1},\"bin\":\"4111\",\"x\":[]}");
    assertThat(parse(more)).isEqualTo(parse(GOOD));
  }

  @Test
  void whatIsTooDeepIsMalformedOnTheWayToAFieldAsElsewhere() {
    String message = "not JSON that can be read: too long or too deep";
    String deep = "{\"card\":".repeat(2000) + "1" + "}".repeat(2000);
    assertMalformed(GOOD.replace("{\"bin\":\"4111\"}", deep), message);
    assertMalformed(GOOD.replace("[7,", "[" + "[".repeat(2000) + "]".repeat(2000) + ","), message);
  }

  /** What differs only in them conflicts, for transactions are compared. */
  @Test
  void declaredFieldsArePartOfATransaction() throws MalformedTransactionException {
    assertThat(parse(GOOD.replace("::1", "::2"))).isNotEqualTo(parse(GOOD));
    assertThat(parse(GOOD.replace("0.5", "0.50"))).isEqualTo(parse(GOOD));
  }

  @Test
  void isWrittenFlatAndInAFixedOrder() throws MalformedTransactionException {
    Transaction tx = Samples.BARE.withDeclared(DeclaredValues.of(DECLARED));
    byte[] json = TransactionJson.write(tx);
    assertThat(new String(json, UTF_8))
        .endsWith(",\"bin\":\"4111\",\"ip\":\"::1\",\"present\":false,\"risk\":0.5}")
        .startsWith(new String(TransactionJson.write(Samples.BARE), UTF_8).replace("}", ","));
    assertThat(TransactionParser.of(LAYOUT.asWritten()).parse(json)).isEqualTo(tx);
    assertThat(TransactionJson.parse(json)).isEqualTo(Samples.BARE);
  }

  @Test
  void anObjectOfTheirOwnIsReadBackInWhateverOrder() {
    DeclaredValues values = DeclaredValues.of(DECLARED);
    String text = "{\"bin\":\"4111\",\"ip\":\"::1\",\"present\":false,\"risk\":0.5}";
    assertThat(DeclaredJson.text(values)).isEqualTo(text);
    assertThat(DeclaredJson.read(text)).isEqualTo(values);
    assertThat(
            DeclaredJson.read(
                "{\"ip\": \"::1\", \"bin\": \"4111\", \"risk\": 0.500, \"present\": false}"))
        .isEqualTo(values);
    assertThat(DeclaredJson.text(DeclaredValues.NONE)).isNull();
    assertThat(DeclaredJson.read(null)).isSameAs(DeclaredValues.NONE);
  }

  /** What another layout makes of the same bytes is not taken for it. */
  @Test
  void whatWasReadBeforeCountsOnlyByTheSameLayout() throws MalformedTransactionException {
    byte[] json = GOOD.getBytes(UTF_8);
    Parsed parsed = TransactionParser.of(LAYOUT).parsed(json);
    RecordLayout same = new RecordLayout(LAYOUT.fields(), LAYOUT.mapping());
    assertThat(TransactionParser.of(same).parse(json, parsed)).isSameAs(parsed.transaction());
    RecordLayout fewer = new RecordLayout(List.of(), LAYOUT.mapping());
    assertThat(TransactionParser.of(fewer).parse(json, parsed))
        .isEqualTo(parse(GOOD).withDeclared(DeclaredValues.NONE));
    assertThatExceptionOfType(MalformedTransactionException.class)
        .isThrownBy(() -> TransactionParser.of(RecordLayout.USUAL).parse(json, parsed))
        .withMessage("userId is missing");
  }

  /** Engines send it to their workers. */
  @Test
  void travels() throws IOException, ClassNotFoundException, MalformedTransactionException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(TransactionParser.of(LAYOUT));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      TransactionParser parser = (TransactionParser) in.readObject();
      assertThat(parser.parse(GOOD.getBytes(UTF_8))).isEqualTo(parse(GOOD));
    }
  }
}
