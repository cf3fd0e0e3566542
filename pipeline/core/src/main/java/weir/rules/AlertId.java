package weir.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import weir.model.Sha256;
import weir.model.Transaction;

/**
 * The identity of an alert: a hash over what was judged and by which version of which rule. Two
 * runs that judge the same thing give it the same id, and so merge.
 */
public final class AlertId {
  /** Half of a SHA-256 is long enough that no two alerts ever share an id. */
  private static final int BYTES = 16;

  private AlertId() {}

  /** The time is part of it because an id may be used again once its first use is forgotten. */
  public static String ofTransaction(RuleHeader rule, Transaction tx) {
    return hash(rule, tx.userId(), tx.id(), Long.toString(tx.time()));
  }

  public static String ofWindow(RuleHeader rule, String userId, String currency, long windowEnd) {
    return hash(rule, userId, currency, Long.toString(windowEnd));
  }

  private static String hash(RuleHeader rule, String... parts) {
    MessageDigest digest = Sha256.begin();
    update(digest, rule.id());
    update(digest, Integer.toString(rule.version()));
    for (String part : parts) {
      update(digest, part);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  /** The length goes first, so that parts cannot run into each other. */
  private static void update(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
