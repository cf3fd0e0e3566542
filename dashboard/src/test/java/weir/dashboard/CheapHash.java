package weir.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id with so little memory that tests can sign in a hundred times. */
final class CheapHash {
  private static final int KIBIBYTES = 8;
  private static final byte[] SALT = "salt-for-tests".getBytes(StandardCharsets.UTF_8);

  private CheapHash() {}

  static String of(String password) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(KIBIBYTES)
            .withIterations(1)
            .withParallelism(1)
            .withSalt(SALT)
            .build());
    byte[] hash = new byte[16];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + KIBIBYTES
        + ",t=1,p=1$"
        + text.encodeToString(SALT)
        + "$"
        + text.encodeToString(hash);
  }
}
