package weir.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import weir.failure.UnavailableException;

/** The two ports of a server; a client needs only the first. */
public record Ports(int clients, int controller) {
  /** The address as a number, because the name localhost may mean more than one address. */
  public static final String HOST = "127.0.0.1";

  private static final int FIRST_LASTING = 20_000;
  private static final int LAST_LASTING = 30_000;
  private static final byte[] ADDRESS = {127, 0, 0, 1};

  /** Finds free ports before the server binds them, and so can say which port is the problem. */
  public static Ports free(int wanted) {
    // Both are bound at once, or they might be the same.
    try (ServerSocket clients = bind(wanted);
        ServerSocket controller = bind(0)) {
      return new Ports(clients.getLocalPort(), controller.getLocalPort());
    } catch (BindException taken) {
      String trouble =
          "Permission denied".equals(taken.getMessage()) ? " is not allowed" : " is in use";
      throw new UnavailableException("port " + wanted + " on " + HOST + trouble, taken);
    } catch (IOException failed) {
      throw new UnavailableException("no port on " + HOST + " can be used", failed);
    }
  }

  /**
   * A free port below the ephemeral ports, for a server that is to come back on it. Otherwise a
   * client that tries to reach the server while it is down could take its port.
   */
  public static int lasting() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_LASTING, LAST_LASTING);
      try {
        return free(port).clients();
      } catch (UnavailableException taken) {
        // The next attempt takes another port.
      }
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // Connections of a broker that has just ended do not keep its port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port));
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }
}
