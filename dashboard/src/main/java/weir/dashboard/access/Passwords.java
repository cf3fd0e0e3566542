package weir.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/** Passwords as they are kept: by Argon2id, with the least that OWASP advises. */
public final class Passwords {
  /** Fewer are guessed too easily; there is no second factor. */
  public static final int LEAST = 12;

  public static final int MOST = 256;

  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([\\w+/-]+)\\$([\\w+/-]+)");

  /** What a password is compared with if there is no account, so that this takes as long. */
  private static final String NOBODY = hash(Tokens.random());

  private Passwords() {}

  /** In the usual text form of Argon2. */
  public static String hash(String password) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    byte[] hash = argon2(password, salt, KIBIBYTES, PASSES, LANES, HASH);
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + KIBIBYTES
        + ",t="
        + PASSES
        + ",p="
        + LANES
        + "$"
        + text.encodeToString(salt)
        + "$"
        + text.encodeToString(hash);
  }

  /**
   * Whether a password is the right one; this takes as long whether there is one or not.
   *
   * @param kept what {@link #hash} gave; absent if there is no such account, or none with a
   *     password
   */
  static boolean matches(String password, @Nullable String kept) {
    Matcher parts = FORM.matcher(kept == null ? NOBODY : kept);
    if (!parts.matches()) {
      throw new IllegalStateException("a password is kept in a form that is not known");
    }
    byte[] hash = Base64.getDecoder().decode(parts.group(5));
    byte[] found =
        argon2(
            password,
            Base64.getDecoder().decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            hash.length);
    return MessageDigest.isEqual(found, hash) && kept != null;
  }

  private static byte[] argon2(
      String password, byte[] salt, int kibibytes, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    // The same letters can be typed in several ways.
    String letters = Normalizer.normalize(password, Normalizer.Form.NFKC);
    generator.generateBytes(letters.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
