package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelJsonTest {
  private static final Label LABEL =
      new Label(
          "t1",
          "ü\"ser",
          5,
          "card-testing",
          true,
          "c1",
          new TreeMap<>(Map.of("merchantId", "m 7", "deviceId", "d-1")));
  private static final String JSON =
      "{\"transactionId\":\"t1\",\"userId\":\"ü\\\"ser\",\"timestamp\":5,"
          + "\"kind\":\"card-testing\",\"fraud\":true,\"campaignId\":\"c1\",\"source\":\"simulation\",\"labelledAt\":9,\"deviceId\":\"d-1\",\"merchantId\":\"m 7\"}";

  @Test
  void isOneFlatObject() throws IOException {
    assertThat(new String(LabelJson.write(LABEL, 9), StandardCharsets.UTF_8)).isEqualTo(JSON);
    assertThat(LabelJson.read(LabelJson.write(LABEL, 9))).isEqualTo(LABEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"transactionId\":\"t1\"}", "not json"})
  void whatIsNoLabelIsRefused(String text) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> LabelJson.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> LabelJson.read(JSON.replace(":5,", ":\"x\",").getBytes(StandardCharsets.UTF_8)));
  }
}
