package weir.oracle;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Original;
import weir.model.Payload;

/** What must be kept of a record, whatever its sender wrote. */
public final class NaiveRecords {
  private static final int HALF_A_MEGABYTE = 524_288;
  private static final long YEAR_10000 = 253_402_300_800_000L;

  private NaiveRecords() {}

  static boolean hasTime(LogRecord record) {
    return record.position().time() >= 0 && record.position().time() < YEAR_10000;
  }

  /** The record as files and databases store it: without a time if its log time is invalid. */
  public static LogRecord written(LogRecord record) {
    LogPosition at = record.position();
    return hasTime(record)
        ? record
        : new LogRecord(
            new LogPosition(at.partition(), at.offset(), -1), record.key(), record.value());
  }

  static Original original(LogRecord record) {
    Payload value = record.value();
    byte[] bytes = value == null ? new byte[0] : value.bytes();
    if (bytes.length <= HALF_A_MEGABYTE) {
      return new Original(new Payload(bytes), bytes.length, null);
    }
    byte[] first = Arrays.copyOfRange(bytes, 0, HALF_A_MEGABYTE);
    return new Original(new Payload(first), bytes.length, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return String.format("%064x", new BigInteger(1, hash));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
