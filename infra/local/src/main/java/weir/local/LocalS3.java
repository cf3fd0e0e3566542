package weir.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import weir.failure.UnavailableException;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;

/** An object store on this machine that speaks S3, in a JVM of its own; it keeps all in memory. */
public final class LocalS3 implements AutoCloseable {
  public static final String KEY = "weir";
  public static final String SECRET = "only-on-this-machine";
  public static final String REGION = "us-east-1";

  private static final int ATTEMPTS = 300;
  private static final int PAUSE_MILLIS = 100;

  private final int port;
  private final ChildJvm server;

  private LocalS3(int port, ChildJvm server) {
    this.port = port;
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param checkout where its module was built
   * @param log takes its output
   */
  public static LocalS3 start(Path checkout, Path log) throws InterruptedException {
    int port = Ports.lasting();
    ChildJvm server =
        new BuiltModule(checkout.resolve("infra/s3").toString(), "weir.s3.S3Server")
            .launch("the object store")
            .jvm("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m")
            .arguments(List.of(Integer.toString(port), KEY, SECRET))
            .logTo(log);
    LocalS3 store = new LocalS3(port, server);
    for (int attempt = 0; attempt < ATTEMPTS && server.isAlive(); attempt++) {
      if (store.answers()) {
        return store;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    store.close();
    throw new UnavailableException("the object store does not start: see " + log);
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PAUSE_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where it is. */
  public String endpoint() {
    return "http://" + Ports.HOST + ":" + port;
  }

  @Override
  public void close() {
    server.close();
  }
}
