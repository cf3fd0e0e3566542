package weir.dashboard.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A chat's server on loopback, which keeps what it is told. */
final class Chat implements AutoCloseable {
  /** One answer: its status, a pause that it asks for, and how long it takes. */
  record Answer(int status, String retryAfter, long millis) {
    static Answer of(int status) {
      return new Answer(status, "", 0);
    }
  }

  final List<String> taken = new CopyOnWriteArrayList<>();
  final List<Long> askedAtNanos = new CopyOnWriteArrayList<>();

  /** What it answers first; then it takes everything. */
  final Queue<Answer> next = new ConcurrentLinkedQueue<>();

  volatile long millis;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int port;
  private HttpServer server;

  Chat() throws IOException {
    server = open(0);
    port = server.getAddress().getPort();
  }

  private HttpServer open(int onPort) throws IOException {
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
    opened.setExecutor(threads);
    opened.createContext(
        "/secret",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          askedAtNanos.add(System.nanoTime());
          Answer planned = next.poll();
          Answer answer = planned == null ? new Answer(200, "", millis) : planned;
          try {
            TimeUnit.MILLISECONDS.sleep(answer.millis());
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
          if (answer.status() == 200) {
            taken.add(body);
          }
          if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
          }
          exchange.sendResponseHeaders(answer.status(), -1);
          exchange.close();
        });
    opened.start();
    return opened;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port + "/secret");
  }

  void stop() {
    server.stop(0);
  }

  void restart() throws IOException {
    server = open(port);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
