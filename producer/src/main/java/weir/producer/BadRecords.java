package weir.producer;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import weir.model.Transaction;
import weir.model.TransactionJson;

/** Makes of a good record one that is late or malformed, as every real log has some. */
final class BadRecords {
  private static final long VERY_LATE_MILLIS = 600_000;

  private BadRecords() {}

  static byte[] spoil(Transaction tx, SplittableRandom random) {
    String json = new String(TransactionJson.write(tx), StandardCharsets.UTF_8);
    String spoilt =
        switch (random.nextInt(4)) {
          case 0 -> json.replace("\"timestamp\":" + tx.time(), late(tx));
          case 1 -> json.replace("\"currency\":\"" + tx.currency(), "\"currency\":\"XX");
          case 2 -> json.replace("\"amount\":", "\"amount\":-");
          default -> json.substring(0, json.length() / 2);
        };
    return spoilt.getBytes(StandardCharsets.UTF_8);
  }

  private static String late(Transaction tx) {
    return "\"timestamp\":" + (tx.time() - VERY_LATE_MILLIS);
  }
}
