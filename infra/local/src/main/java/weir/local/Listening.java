package weir.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where processes listen for connections, according to Linux; other systems do not tell. */
public final class Listening {
  private static final Path PROCESSES = Path.of("/proc");
  private static final List<String> TABLES = List.of("net/tcp", "net/tcp6");
  private static final String STATE = "0A";
  private static final int ADDRESS_FIELD = 1;
  private static final int STATE_FIELD = 3;
  private static final int SOCKET_FIELD = 9;
  private static final int WORD = 4;
  private static final int HEX = 16;

  private Listening() {}

  /** Whether this machine tells where processes listen. */
  public static boolean isKnown() {
    return Files.isReadable(PROCESSES.resolve("self").resolve(TABLES.get(0)));
  }

  /** The addresses of a process and its descendants; none if this machine does not tell. */
  public static List<InetSocketAddress> of(ProcessHandle process) {
    List<InetSocketAddress> all = new ArrayList<>();
    if (isKnown()) {
      Stream.concat(Stream.of(process), process.descendants()).forEach(each -> addTo(all, each));
    }
    return all;
  }

  /** The addresses that other machines may reach. */
  public static List<InetSocketAddress> beyondLoopback(ProcessHandle process) {
    return of(process).stream().filter(each -> !each.getAddress().isLoopbackAddress()).toList();
  }

  private static void addTo(List<InetSocketAddress> all, ProcessHandle process) {
    Path folder = PROCESSES.resolve(Long.toString(process.pid()));
    try {
      Set<String> sockets = sockets(folder.resolve("fd"));
      for (String table : TABLES) {
        List<String> lines = Files.readAllLines(folder.resolve(table));
        for (String line : lines.subList(1, lines.size())) {
          String[] fields = line.strip().split("\\s+", -1);
          if (fields[STATE_FIELD].equals(STATE) && sockets.contains(fields[SOCKET_FIELD])) {
            all.add(address(fields[ADDRESS_FIELD]));
          }
        }
      }
    } catch (NoSuchFileException ended) {
      // A process that has ended counts as alive until its parent has heard of it.
    } catch (IOException failed) {
      if (process.isAlive()) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** The numbers of a process's sockets, listening or not. */
  private static Set<String> sockets(Path files) throws IOException {
    Set<String> sockets = new HashSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(files)) {
      for (Path each : all) {
        String target = target(each);
        if (target.startsWith("socket:[")) {
          sockets.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return sockets;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  /** Parses words of four bytes, the last byte of each first, a colon and the port. */
  private static InetSocketAddress address(String text) throws IOException {
    int colon = text.indexOf(':');
    byte[] written = HexFormat.of().parseHex(text.substring(0, colon));
    byte[] bytes = new byte[written.length];
    for (int i = 0; i < bytes.length; i++) {
      int word = i - i % WORD;
      bytes[i] = written[word + WORD - 1 - i % WORD];
    }
    return new InetSocketAddress(
        InetAddress.getByAddress(bytes), Integer.parseInt(text.substring(colon + 1), HEX));
  }
}
