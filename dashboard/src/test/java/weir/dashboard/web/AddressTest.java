package weir.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.dashboard.live.Live;

/** Whether an address is answered that does not say who may ask it. */
class AddressTest {
  @Test
  void nothingIsServedThatDoesNotSayForWhomItIs() {
    Live live = Live.of(false, false);
    try (Pulse pulse = new Pulse(live);
        WebServer server = BareServer.over(live, pulse)) {
      List<String> served =
          server.endpoints().stream()
              .map(ParsedEndpoint::getEndpoint)
              .filter(each -> each.getMethod().isHttpMethod())
              .map(AddressTest::told)
              .toList();

      assertThat(served)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(Address.values())
                  .map(each -> each.method() + " " + each.path())
                  .toList());
    }
  }

  private static String told(Endpoint endpoint) {
    return endpoint.getMethod() + " " + endpoint.getPath();
  }
}
