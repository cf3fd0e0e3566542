package weir.dashboard;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;

/** Checks the page's address and port before anything is started. */
final class FreePort {
  private FreePort() {}

  /** The port to serve at: the one that was asked for, or any, should the usual one be taken. */
  static int of(Settings settings) {
    String bind = settings.bind();
    int port = settings.port();
    try {
      tryOut(bind, port);
      return port;
    } catch (IOException taken) {
      try {
        tryOut(bind, 0);
      } catch (IOException foreign) {
        throw new MisuseException(
            "--bind: '" + bind + "' is not an address of this machine", foreign);
      }
      if (settings.portAsked()) {
        throw new UnavailableException(
            "Port " + port + " on " + bind + why(taken) + ": choose another with --port", taken);
      }
      return 0;
    }
  }

  private static String why(IOException taken) {
    String told = String.valueOf(taken.getMessage()).toLowerCase(Locale.ROOT);
    return told.contains("permission") ? " is not open to this user" : " is in use";
  }

  private static void tryOut(String bind, int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      // The old connections of a server that just ended do not block its port.
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(bind, port));
    }
  }
}
