package weir.traffic;

import java.nio.charset.StandardCharsets;
import weir.form.TransactionJson;
import weir.model.Transaction;

/** Makes of good transactions what faulty senders would send. */
final class BadRecords {
  private static final int WAYS = 5;

  private BadRecords() {}

  /** The transaction from a sender whose clock is fast. */
  static Transaction ahead(Transaction tx, long millis) {
    return new Transaction(
        tx.id(),
        tx.userId(),
        tx.amountMinor(),
        tx.currency(),
        tx.time() + millis,
        tx.merchantId(),
        tx.category(),
        tx.paymentMethod(),
        tx.city(),
        tx.country(),
        tx.latitude(),
        tx.longitude(),
        tx.deviceId());
  }

  /** Bytes that no job should accept. */
  static byte[] broken(Transaction tx, Dice dice) {
    String json = new String(TransactionJson.write(tx), StandardCharsets.UTF_8);
    String broken =
        switch (dice.below(WAYS)) {
          case 0 -> json.replace("\"currency\":\"" + tx.currency(), "\"currency\":\"XX");
          case 1 -> json.replace("\"amount\":", "\"amount\":-");
          case 2 -> json.replace("\"userId\":", "\"user\":");
          case 3 -> json.replace("\"timestamp\":" + tx.time(), "\"timestamp\":\"yesterday\"");
          default -> json.substring(0, json.length() / 2);
        };
    return broken.getBytes(StandardCharsets.UTF_8);
  }
}
