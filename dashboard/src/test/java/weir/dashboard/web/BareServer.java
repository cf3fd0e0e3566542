package weir.dashboard.web;

import java.util.Optional;
import weir.dashboard.access.Access;
import weir.dashboard.cases.Cases;
import weir.dashboard.desk.Desk;
import weir.dashboard.live.Live;
import weir.dashboard.model.ModelBoard;
import weir.dashboard.queue.Queue;
import weir.dashboard.store.AlertsToDecide;
import weir.dashboard.store.Lookups;

/** A page without Kafka and without PostgreSQL. */
final class BareServer {
  private BareServer() {}

  static WebServer over(Live live, Pulse pulse) {
    return new WebServer(
        "127.0.0.1",
        0,
        /* secureCookies= */ false,
        live,
        new Lookups(Optional.empty(), live.feed()),
        pulse,
        new Access(Optional.empty(), Optional.empty(), /* wanted= */ false),
        rooms(live, pulse),
        Additions.NONE);
  }

  private static Rooms rooms(Live live, Pulse pulse) {
    AlertsToDecide alerts = new AlertsToDecide(Optional.empty(), live.feed());
    Desk desk = new Desk(Optional::empty, Optional.empty(), alerts, pulse::decided);
    return new Rooms(
        desk,
        new Queue(Optional::empty, Optional.empty(), claims -> {}),
        new Cases(Optional::empty, alerts, desk),
        new ModelBoard(Optional.empty(), Optional.empty(), live),
        /* rules= */ Optional.empty());
  }
}
