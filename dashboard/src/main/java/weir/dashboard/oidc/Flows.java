package weir.dashboard.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sign-ins that have begun. A browser keeps its own in a sealed cookie, so that strangers who begin
 * many push nobody out; only what was used is kept here.
 */
final class Flows {
  static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_USED = 10_000;
  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * One sign-in.
   *
   * @param before the session that the browser had, or nothing
   */
  record Flow(String id, long endsAt, String before) {}

  private final byte[] key = random();
  private final LongSupplier millis;
  private final Map<String, Long> used =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_USED;
        }
      };

  /**
   * None yet.
   *
   * @param millis the time of day
   */
  Flows(LongSupplier millis) {
    this.millis = millis;
  }

  Flow begin(String before) {
    return new Flow(text(random()), millis.getAsLong() + LONGEST.toMillis(), before);
  }

  /** For the cookie. */
  String seal(Flow flow) {
    String content = flow.id() + "." + flow.endsAt() + "." + flow.before();
    return content + "." + of("seal", content);
  }

  /** What {@link #seal} gave, if it is unchanged and not too old. */
  Optional<Flow> open(String sealed) {
    int end = sealed.lastIndexOf('.');
    String[] parts = sealed.split("\\.", -1);
    if (parts.length != 4
        || !same(sealed.substring(end + 1), of("seal", sealed.substring(0, end)))) {
      return Optional.empty();
    }
    Flow flow = new Flow(parts[0], Long.parseLong(parts[1]), parts[2]);
    return flow.endsAt() > millis.getAsLong() ? Optional.of(flow) : Optional.empty();
  }

  /** False if it was used before. */
  synchronized boolean use(Flow flow) {
    used.values().removeIf(endsAt -> endsAt <= millis.getAsLong());
    return used.putIfAbsent(flow.id(), flow.endsAt()) == null;
  }

  String state(Flow flow) {
    return of("state", flow.id());
  }

  String nonce(Flow flow) {
    return of("nonce", flow.id());
  }

  /** What proves to the provider that who began asks for the answer. */
  String verifier(Flow flow) {
    return of("verifier", flow.id());
  }

  private String of(String purpose, String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return text(mac.doFinal((purpose + " " + content).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
