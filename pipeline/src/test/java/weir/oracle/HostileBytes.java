package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;
import weir.model.TransactionJson;

/** Records that are no transactions, each in its own way. */
final class HostileBytes {
  private HostileBytes() {}

  static byte @Nullable [] malformed(Transaction tx, SplittableRandom random) {
    String good = new String(TransactionJson.write(tx), StandardCharsets.UTF_8);
    List<String> bad =
        List.of(
            "",
            "not json",
            "[1,2]",
            "{",
            good + "x",
            good + good,
            good.substring(0, good.length() / 2),
            good.replace("\"amount\":", "\"amount\":-1"),
            good.replace("\"amount\":", "\"amount\":1e999999999,\"x\":"),
            good.replace("\"amount\":", "\"amount\":1e-999999999,\"x\":"),
            good.replace("\"amount\":", "\"amount\":0.00001,\"x\":"),
            good.replace("\"currency\":\"", "\"currency\":\"Q"),
            good.replace("\"userId\":", "\"user\":"),
            good.replace("\"transactionId\":\"", "\"transactionId\":\"\\ud800"),
            good.replace("\"transactionId\":\"", "\"transactionId\":\"\\u0000"),
            good.replace("\"timestamp\":", "\"timestamp\":\"yesterday\",\"x\":"),
            good.replace("\"timestamp\":", "\"timestamp\":-"),
            good.replace("}", ",\"latitude\":91,\"longitude\":0}"),
            good.replace("}", ",\"longitude\":3}"),
            good.replace("}", ",\"amount\":1}"),
            good.replace("}", ",\"deviceId\":" + "[".repeat(3000) + "]".repeat(3000) + "}"),
            good.replace("}", ",\"city\":\"" + "x".repeat(100_000) + "\"}"));
    int which = random.nextInt(bad.size() + 1);
    return which == bad.size() ? null : bad.get(which).getBytes(StandardCharsets.UTF_8);
  }
}
