package weir.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.DeclaredValues;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.form.TransactionFields;
import weir.form.TransactionJson;
import weir.form.TransactionParser;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;

/** Hostile bytes are what their methods promise. */
class HostileBytesTest {
  private static final List<String> FIELDS =
      List.of(
          "transactionId",
          "userId",
          "amount",
          "currency",
          "timestamp",
          "merchantId",
          "category",
          "paymentMethod",
          "city",
          "country",
          "latitude",
          "longitude",
          "deviceId",
          "other");

  private final SplittableRandom random = new SplittableRandom(1);
  private final HostileUsers people = new HostileUsers(random);

  @Test
  void theSameInOtherBytesIsTheSame() throws MalformedTransactionException {
    for (int i = 0; i < 500; i++) {
      Transaction tx = people.pay(i, "t" + i, HostileLog.START + i);
      assertThat(TransactionJson.parse(HostileBytes.otherwise(tx, random))).isEqualTo(tx);
    }
  }

  /** A dead letter must not grow with what its sender wrote. */
  @Test
  void whatIsSaidOfItDoesNotGrowWithIt() {
    String filling = "x".repeat(600_000);
    for (String field : FIELDS) {
      for (String value :
          List.of("\"" + filling + "\"", "9".repeat(900), "{\"" + filling + "\":1}")) {
        String json = "{\"" + field + "\":" + value + "}";
        assertShort(json.getBytes(StandardCharsets.UTF_8));
        Transaction tx = people.pay(1, "t", HostileLog.START);
        String good = new String(TransactionJson.write(tx), StandardCharsets.UTF_8);
        String name = "\"" + field + "\":";
        assertShort(
            good.replace(name, name + value + ",\"" + filling + "\":")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    assertShort(("{" + filling).getBytes(StandardCharsets.UTF_8));
    assertShort(filling.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertShort(byte[] bytes) {
    try {
      TransactionJson.parse(bytes);
    } catch (MalformedTransactionException malformed) {
      assertThat(malformed.getMessage()).hasSizeLessThan(120);
    }
  }

  @Test
  void whatIsMalformedIsSaidToBe() {
    for (int i = 0; i < 20; i++) {
      Transaction tx = people.pay(i, "t" + i, HostileLog.START + i);
      HostileBytes.malformed(tx).forEach(HostileBytesTest::assertMalformed);
    }
  }

  /** All known fields in an object inside, with declared ones beside it. */
  private static final RecordLayout LAYOUT =
      new RecordLayout(
          List.of(
              new DeclaredField("ip", DeclaredType.TEXT),
              new DeclaredField("bin", DeclaredType.TEXT, Pointer.parse("/p/note/bin")),
              new DeclaredField("risk", DeclaredType.NUMBER, Pointer.parse("/scores/1")),
              new DeclaredField("present", DeclaredType.BOOL)),
          TransactionFields.all().stream()
              .map(weir.form.Field::json)
              .collect(Collectors.toMap(name -> name, name -> new Pointer(List.of("p", name)))));

  private static byte[] inside(byte[] bytes, String beside) {
    return Brew.join(
        Brew.bytes("{\"p\":"), bytes, Brew.bytes("," + beside + ",\"scores\":[{},0.5]}"));
  }

  @Test
  void theSameInOtherBytesIsTheSameInALayoutOfOnesOwn() throws MalformedTransactionException {
    TransactionParser parser = TransactionParser.of(LAYOUT);
    DeclaredValues declared =
        DeclaredValues.of(Map.of("ip", "::1", "risk", new BigDecimal("0.5"), "present", true));
    for (int i = 0; i < 500; i++) {
      Transaction tx = people.pay(i, "t" + i, HostileLog.START + i);
      byte[] bytes = inside(HostileBytes.otherwise(tx, random), "\"ip\":\"::1\",\"present\":true");
      assertThat(parser.parse(bytes)).isEqualTo(tx.withDeclared(declared));
      assertThat(NaiveReading.parse(LAYOUT, bytes)).isEqualTo(tx.withDeclared(declared));
    }
  }

  @Test
  void whatIsMalformedIsSaidToBeInALayoutOfOnesOwn() {
    TransactionParser parser = TransactionParser.of(LAYOUT);
    for (int i = 0; i < 20; i++) {
      Transaction tx = people.pay(i, "t" + i, HostileLog.START + i);
      for (byte[] each : HostileBytes.malformed(tx)) {
        byte[] bytes = inside(each, "\"ip\":\"::1\"");
        assertThatThrownBy(() -> parser.parse(bytes))
            .as(new String(bytes, StandardCharsets.UTF_8))
            .isInstanceOf(MalformedTransactionException.class)
            .message()
            .hasSizeLessThan(200);
        assertThatThrownBy(() -> NaiveReading.parse(LAYOUT, bytes))
            .as(new String(bytes, StandardCharsets.UTF_8))
            .isInstanceOf(MalformedTransactionException.class);
      }
    }
  }

  private static void assertMalformed(byte[] bytes) {
    assertThatThrownBy(() -> TransactionJson.parse(bytes))
        .as(new String(bytes, StandardCharsets.UTF_8))
        .isInstanceOf(MalformedTransactionException.class);
  }
}
