package weir.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.failure.UnavailableException;

class ClusterMastersTest {
  private static final String NOBODY = "127.0.0.1:9";

  private static ClusterMasters masters(String... options) {
    return ClusterMasters.of(List.of(options));
  }

  @Test
  void areFoundAmongTheOptions() {
    assertThat(masters("--alertTopic=a:1", "--flinkMaster=10.0.0.1:8081").addresses())
        .containsExactly("10.0.0.1:8081");
    assertThat(masters("--sparkMaster=spark://one:7077,two:7077").addresses())
        .containsExactly("one:7077", "two:7077");
  }

  @Test
  void whatOnlyTheEngineUnderstandsIsLeftToIt() {
    assertThat(masters("--flinkMaster=[local]", "--sparkMaster=local[2]", "--flinkMaster=host"))
        .isEqualTo(masters("--sparkMaster=yarn", "--sparkMaster=k8s://https://host:443"))
        .isEqualTo(masters());
    assertThatCode(masters()::check).doesNotThrowAnyException();
  }

  @Test
  void oneThatAnswersIsEnough() throws IOException {
    try (ServerSocket master = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String there = "127.0.0.1:" + master.getLocalPort();
      assertThatCode(masters("--sparkMaster=spark://" + NOBODY + "," + there)::check)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void nobodyIsSaidInOneSentence() {
    for (String nobody : List.of(NOBODY, "127.0.0.1:99999", "no.such.host.invalid:8081")) {
      assertThatThrownBy(masters("--flinkMaster=" + nobody)::check)
          .isInstanceOf(UnavailableException.class)
          .hasMessage("no cluster answers at " + nobody);
    }
  }
}
