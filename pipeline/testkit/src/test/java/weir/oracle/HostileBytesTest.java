package weir.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import weir.form.TransactionJson;
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

  private static void assertMalformed(byte[] bytes) {
    assertThatThrownBy(() -> TransactionJson.parse(bytes))
        .as(new String(bytes, StandardCharsets.UTF_8))
        .isInstanceOf(MalformedTransactionException.class);
  }
}
