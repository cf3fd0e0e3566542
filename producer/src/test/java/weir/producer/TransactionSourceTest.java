package weir.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weir.model.Transaction;
import weir.model.TransactionJson;

class TransactionSourceTest {
  private static final long START = 1_767_225_600_000L;
  private static final long EVERY = 20;

  /** Two machines with one seed must send the same bytes; a change of the source changes this. */
  @Test
  void theSameSeedGivesTheSameBytes() throws Exception {
    TransactionSource source = new TransactionSource(42, 1000);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < 10_000; i++) {
      digest.update(TransactionJson.write(source.next(START + i * EVERY)));
    }
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("308ece0942e9cc15151588162e9d73799876c4a735e4436730d07142c459ec3b");
  }

  @Test
  void everyTransactionIsWellFormedAndHasAnIdOfItsOwn() throws Exception {
    TransactionSource source = new TransactionSource(7, 50);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      Transaction tx = source.next(START + i * EVERY);
      assertThat(TransactionJson.parse(TransactionJson.write(tx))).isEqualTo(tx);
      ids.add(tx.id());
    }
    assertThat(ids).hasSize(20_000);
  }

  @Test
  void whatBreaksARuleIsRareButThere() {
    TransactionSource source = new TransactionSource(3, 5000);
    int large = 0;
    int far = 0;
    for (int i = 0; i < 50_000; i++) {
      Transaction tx = source.next(START + i * EVERY);
      large += tx.amountMinor() >= 360_000 && tx.currency().equals("EUR") ? 1 : 0;
      String home = Cardholder.number(Integer.parseInt(tx.userId().substring(5)), 3).home().name();
      far += home.equals(tx.city()) ? 0 : 1;
    }
    assertThat(large).isBetween(5, 500);
    assertThat(far).isBetween(5, 500);
  }
}
