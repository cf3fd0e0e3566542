package weir.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weir.dashboard.access.Access;
import weir.dashboard.desk.Desk;
import weir.dashboard.live.Live;
import weir.dashboard.store.AlertsToDecide;
import weir.dashboard.store.Lookups;

/** Whether an address is answered that does not say who may ask it. */
class AddressTest {
  @Test
  void nothingIsServedThatDoesNotSayForWhomItIs() {
    Live live = Live.of(false, false);
    try (Pulse pulse = new Pulse(live);
        Access access = new Access(Optional.empty(), Optional.empty(), /* wanted= */ false);
        Desk desk =
            new Desk(
                Optional::empty,
                Optional.empty(),
                new AlertsToDecide(Optional.empty(), live.feed()),
                pulse::decided);
        WebServer server =
            new WebServer(
                "127.0.0.1",
                0,
                /* secureCookies= */ false,
                live,
                new Lookups(Optional.empty(), live.feed()),
                pulse,
                access,
                desk,
                /* rules= */ Optional.empty())) {
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
