package weir.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import weir.failure.UnavailableException;

/** The two ports of a server, of which a client only needs the first. */
public record Ports(int clients, int controller) {
  /** By number: the name localhost may mean more than one address. */
  public static final String HOST = "127.0.0.1";

  private static final byte[] ADDRESS = {127, 0, 0, 1};

  /** Looks before the server does, and can say which port is the trouble. */
  public static Ports free(int wanted) {
    // Both at once, or they might be the same.
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

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // The connections of a broker that just went do not keep its port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port));
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }
}
