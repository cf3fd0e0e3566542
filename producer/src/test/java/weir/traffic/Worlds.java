package weir.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import weir.form.TransactionJson;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;

/** Traffic for tests. */
final class Worlds {
  static final long START = 1_767_225_600_000L;

  /** A transaction and what is staged with it, out of one record. */
  record Sent(Outgoing record, Transaction transaction) {
    boolean isFraud() {
      Label label = record.label();
      return label != null && label.isFraud();
    }

    boolean isOrdinary() {
      return record.label() == null;
    }
  }

  private Worlds() {}

  /** Some four payments a day by each of many people. */
  static TrafficSettings usual(long seed) {
    return TrafficSettings.of(seed, 20_000, Rate.constant(1), START);
  }

  static List<Sent> send(TrafficSettings settings, int count) {
    return send(new Traffic(settings), count);
  }

  static List<Sent> send(Traffic traffic, int count) {
    List<Sent> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Outgoing next = traffic.next();
      try {
        all.add(new Sent(next, TransactionJson.parse(next.value().bytes())));
      } catch (MalformedTransactionException wrong) {
        throw new AssertionError(text(next), wrong);
      }
    }
    return all;
  }

  static String text(Outgoing record) {
    return new String(record.value().bytes(), StandardCharsets.UTF_8);
  }

  /** All bytes of many records: values, keys, log times and labels. */
  static byte[] bytes(Traffic traffic, int count) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      Outgoing next = traffic.next();
      bytes.writeBytes(next.key().bytes());
      bytes.writeBytes(next.value().bytes());
      bytes.writeBytes(Long.toString(next.logMillis()).getBytes(StandardCharsets.UTF_8));
      Label label = next.label();
      if (label != null) {
        bytes.writeBytes(LabelJson.write(label));
      }
    }
    return bytes.toByteArray();
  }

  /** A world in which only this attack happens. */
  static Scenario only(String attack, String parameters) {
    return Scenario.parse(
        "test",
        """
        pause: 3 min
        attackShare: 0.1
        attacks:
          %s: {weight: 1, %s}
        lookAlikeShare: 0
        lookAlikes: {}
        """
            .formatted(attack, parameters));
  }
}
