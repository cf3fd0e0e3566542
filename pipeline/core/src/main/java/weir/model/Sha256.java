package weir.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which Weir names things. */
public final class Sha256 {
  private Sha256() {}

  /** A new, empty hash. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
