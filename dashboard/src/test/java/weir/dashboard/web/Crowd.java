package weir.dashboard.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who ask for the server's events at the same instant, and go on listening. */
final class Crowd {
  private static final String REQUEST =
      "GET /api/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";

  private Crowd() {}

  /** What each hears first: an event, the status of a refusal, or "nothing". */
  static List<String> ask(int port, int many) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(many);
    List<Socket> sockets = new ArrayList<>();
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
                  return first(socket);
                }));
      }
      start.countDown();
      List<String> heard = new ArrayList<>();
      for (Future<String> answer : answers) {
        heard.add(answer.get());
      }
      return heard;
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
      threads.shutdownNow();
    }
  }

  private static String first(Socket socket) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String status = lines.readLine();
    if (!status.contains(" 200 ")) {
      return status;
    }
    return lines.lines().filter(line -> line.startsWith("event: ")).findFirst().orElse("nothing");
  }
}
