package weir.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;
import weir.model.TransactionJson;

/** That hostile bytes are what they are said to be. */
class HostileBytesTest {
  private final SplittableRandom random = new SplittableRandom(1);
  private final HostileUsers people = new HostileUsers(random);

  @Test
  void theSameInOtherBytesIsTheSame() throws MalformedTransactionException {
    for (int i = 0; i < 500; i++) {
      Transaction tx = people.pay(i, "t" + i, HostileLog.START + i);
      assertThat(TransactionJson.parse(HostileBytes.otherwise(tx, random))).isEqualTo(tx);
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
