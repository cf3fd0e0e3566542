package weir.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import weir.failure.UnavailableException;

/** What is tried with the services of one profile. */
final class Drill {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int MORE_PAYMENTS = 1000;
  private static final String PAGE = "/tmp/page.properties";
  private static final String SMALL = "KAFKA_HEAP_OPTS=-Xmx128m";

  private final Engine engine;
  private final Composition composition;
  private final Secrets secrets;
  private final Web web = new Web();
  private String alert = "";

  Drill(Engine engine, Composition composition, Secrets secrets) {
    this.engine = engine;
    this.composition = composition;
    this.secrets = secrets;
  }

  /** All of it, in the order in which it makes sense. */
  void run(Table table) throws IOException, InterruptedException {
    String name = engine.profile();
    boolean up = table.step(name + ": up", this::up);
    if (up) {
      up = table.step(name + ": an alert", this::anAlert);
    }
    if (up) {
      table.step(name + ": Prometheus", this::prometheus);
      Refusals refusals = new Refusals(engine, composition, secrets);
      if (engine == Engine.DIRECT) {
        refusals.runOfOthers(table);
      }
      refusals.run(table);
      for (String service : engine.killed()) {
        table.step(name + ": " + service + " is killed", () -> killed(service));
      }
      table.step(name + ": stop", this::stop);
      table.step(name + ": new containers, old volumes", this::upAgain);
    }
    composition.remove();
    composition.removeVolumes();
  }

  private String up() throws IOException, InterruptedException {
    composition.up();
    int ports = 0;
    for (Service each : composition.services()) {
      for (String port : each.texts("ports")) {
        connect(Integer.parseInt(port.split(":", 3)[1]));
        ports++;
      }
    }
    return composition.services().size() + " containers, " + ports + " ports answer";
  }

  private static void connect(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5000);
    } catch (IOException refused) {
      throw new UncheckedIOException("port " + port + " does not answer", refused);
    }
  }

  private String anAlert() throws IOException, InterruptedException {
    alert =
        until(
            "an alert in PostgreSQL",
            () ->
                sql(
                    "select alert_id from alerts where mode = 'live' and status = 'raised' limit"
                        + " 1"));
    return isEverywhere(alert);
  }

  private String isEverywhere(String id) throws IOException, InterruptedException {
    composition.copy(secrets.file("kafka-page.properties"), "kafka", PAGE);
    String keys =
        until(
            "the alert " + id + " in the topic",
            () -> {
              String all =
                  composition.exec(
                      "kafka",
                      "env",
                      SMALL,
                      "/opt/kafka/bin/kafka-console-consumer.sh",
                      "--bootstrap-server=kafka:9092",
                      "--consumer.config=" + PAGE,
                      "--topic=fraud-alerts",
                      "--from-beginning",
                      "--timeout-ms=10000",
                      "--property=print.key=true",
                      "--property=print.value=false");
              return all.contains(id) ? all : "";
            });
    String shown = until("the alert " + id + " on the page", () -> web.alert(id));
    if (!shown.contains(id)) {
      throw new UnavailableException("the page shows another alert: " + shown);
    }
    return String.format(
        Locale.ROOT,
        "in the topic (of %d records), in PostgreSQL (of %s) and on the page",
        keys.lines().filter(line -> !line.contains(" ")).count(),
        sql("select count(*) from alerts"));
  }

  private String prometheus() throws IOException, InterruptedException {
    for (String job : engine.jobs()) {
      until("Prometheus' target " + job, () -> web.isUp(job) ? job : "");
    }
    String metrics = until("metrics of Weir in Prometheus", web::metricsOfWeir);
    return "has its configuration, reaches "
        + String.join(" and ", engine.jobs())
        + ", and has "
        + metrics
        + " series of Weir";
  }

  /** It comes back by itself, and judges more. */
  private String killed(String service) throws IOException, InterruptedException {
    String before = composition.inspect(service, ".State.Pid");
    composition.crash(service);
    long began = System.nanoTime();
    until(
        service + " back",
        () -> {
          String now = composition.inspect(service, ".State.Pid");
          return now.equals("0") || now.equals(before) ? "" : now;
        });
    long back = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    int payments =
        Integer.parseInt(until("an answer", () -> sql("select count(*) from transactions")));
    until(
        "payments judged after " + service + " was killed",
        () -> {
          String now = sql("select count(*) from transactions");
          return !now.isEmpty() && Integer.parseInt(now) >= payments + MORE_PAYMENTS ? now : "";
        });
    long judged = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    return "back after "
        + back
        + " s, "
        + MORE_PAYMENTS
        + " more payments judged after "
        + judged
        + " s";
  }

  private String stop() throws IOException, InterruptedException {
    List<Composition.Stopped> all = composition.stop();
    String killed =
        all.stream()
            .filter(each -> !each.clean())
            .map(Composition.Stopped::service)
            .collect(Collectors.joining(", "));
    if (!killed.isEmpty()) {
      throw new UnavailableException("did not end within the grace period: " + killed);
    }
    return all.stream()
        .map(each -> each.service() + " " + each.took().toSeconds() + " s (" + each.exit() + ")")
        .collect(Collectors.joining(", "));
  }

  private String upAgain() throws IOException, InterruptedException {
    composition.remove();
    composition.up();
    if (!sql("select count(*) from alerts where alert_id = '" + alert + "'").equals("1")) {
      throw new UnavailableException("the alert " + alert + " is gone from PostgreSQL");
    }
    return "the first alert is " + isEverywhere(alert);
  }

  /** What PostgreSQL answers; nothing while it does not. */
  private String sql(String query) throws IOException, InterruptedException {
    try {
      return composition.exec(
          "postgres", "psql", "--username=postgres", "--dbname=weir", "-tAc", query);
    } catch (UnavailableException notYet) {
      return "";
    }
  }

  private interface Question {
    String ask() throws IOException, InterruptedException;
  }

  private static String until(String what, Question question)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      String answer = question.ask();
      if (!answer.isEmpty()) {
        return answer;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new UnavailableException("waited in vain for " + what);
  }
}
