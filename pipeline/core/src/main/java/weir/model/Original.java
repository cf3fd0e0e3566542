package weir.model;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record for its dead letter. They are kept whole up to a bound, so that a dead
 * letter always fits into Kafka's usual limit of 1 MB. Of a larger record the beginning is kept,
 * with the size and the hash by which the whole is found in the log or in the lake.
 *
 * @param kept all bytes, or the first ones
 * @param size how many bytes the record has
 * @param sha256 of the whole in hexadecimal digits; absent if the whole is kept
 */
public record Original(Payload kept, int size, @Nullable String sha256) {
  /** In base64 these are two thirds of Kafka's limit. */
  public static final int MOST_BYTES = 512 * 1024;

  public boolean isWhole() {
    return sha256 == null;
  }

  /** Keeps what may be kept of a record. */
  public static Original of(Payload whole) {
    byte[] bytes = whole.bytes();
    if (bytes.length <= MOST_BYTES) {
      return new Original(whole, bytes.length, null);
    }
    String hash = HexFormat.of().formatHex(Sha256.begin().digest(bytes));
    return new Original(new Payload(Arrays.copyOf(bytes, MOST_BYTES)), bytes.length, hash);
  }
}
