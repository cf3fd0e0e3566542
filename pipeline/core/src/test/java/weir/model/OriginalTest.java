package weir.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What a dead letter keeps of a record. */
class OriginalTest {
  private static final int HALF_A_MEGABYTE = 524_288;
  private static final LogPosition AT = new LogPosition(1, 2, 3);

  private static byte[] record(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  private static String json(byte[] record, LogPosition at) {
    Rejected rejected = new Rejected(RejectReason.LATE, "why", at, new Payload(record));
    return new String(RejectedJson.write(rejected, "in"), StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void upToTheBoundItIsWhole() {
    byte[] record = record(HALF_A_MEGABYTE);
    assertThat(Original.of(new Payload(record)).kept().bytes()).isSameAs(record);
    assertThat(json(record, AT))
        .isEqualTo(
            "{\"reason\":\"late\",\"detail\":\"why\",\"topic\":\"in\",\"partition\":1,\"offset\":2,"
                + "\"logTime\":\"1970-01-01T00:00:00.003Z\",\"original\":\""
                + base64(record)
                + "\"}");
  }

  @Test
  void aByteMoreIsCutOffAndFoundByItsHash() throws Exception {
    byte[] record = record(HALF_A_MEGABYTE + 1);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(record);
    assertThat(json(record, AT))
        .isEqualTo(
            "{\"reason\":\"late\",\"detail\":\"why\",\"topic\":\"in\",\"partition\":1,\"offset\":2,"
                + "\"logTime\":\"1970-01-01T00:00:00.003Z\",\"originalSize\":524289,"
                + "\"originalSha256\":\""
                + HexFormat.of().formatHex(hash)
                + "\",\"original\":\""
                + base64(record(HALF_A_MEGABYTE))
                + "\"}");
  }

  /** Neither a file nor a database takes such a time. */
  @Test
  void aLogTimeThatIsNoneIsWrittenAsKafkasOwnMarkOfNone() {
    String none = json(record(1), new LogPosition(1, 2, -1));
    assertThat(none).contains("\"logTime\":\"1969-12-31T23:59:59.999Z\"");
    assertThat(json(record(1), new LogPosition(1, 2, Long.MAX_VALUE))).isEqualTo(none);
    assertThat(json(record(1), new LogPosition(1, 2, Long.MIN_VALUE))).isEqualTo(none);
  }
}
