package weir.images;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import weir.failure.UnavailableException;

/** What a job, the producer and others say who have the wrong secrets, rights or certificates. */
final class Refusals {
  private static final String KAFKA = "kafka-job.properties";

  private final Engine engine;
  private final Composition composition;
  private final Secrets secrets;

  Refusals(Engine engine, Composition composition, Secrets secrets) {
    this.engine = engine;
    this.composition = composition;
    this.secrets = secrets;
  }

  /** Each is a row of the table: the job ends, with one line. */
  void run(Table table) throws InterruptedException {
    String name = engine.profile() + ": ";
    Service job = composition.service(engine.job());
    ContainerArguments usual = new ContainerArguments(secrets.compose(), secrets.right());
    table.step(
        name + "a wrong password for Kafka",
        () ->
            line(
                job,
                secrets.wrongPasswordIn(KAFKA, "kafka-job-password"),
                "Kafka at .* refuses .* password"));
    table.step(
        name + "a certificate of Kafka that is not of the authority",
        () -> line(job, secrets.othersFor(KAFKA), "Kafka at .* certificate"));
    table.step(
        name + "a topic that its user may not read",
        () -> line(job, secrets.swapped(KAFKA, "kafka-producer.properties"), "may not"));
    table.step(
        name + "topics that its user may not write",
        () -> line(job, secrets.swapped(KAFKA, "kafka-page.properties"), "may not"));
    table.step(
        name + "a wrong password for PostgreSQL",
        () -> line(job, secrets.othersFor("postgres-job-password"), "refuses .* password"));
    table.step(
        name + "a certificate of PostgreSQL that is not of the authority",
        () -> line(job, secrets.othersFor("ca.crt"), "certificate"));
    table.step(
        name + "no file of Kafka's properties, none of the password, none of the authority",
        () ->
            line(job.without(KAFKA), usual, "--kafkaProperties")
                + " "
                + line(job.without("postgres-job-password"), usual, "--jdbcPasswordFile")
                + " "
                + line(job.without("ca.crt"), usual, "ca.crt"));
  }

  /** The same of the producer and of PostgreSQL without TLS, which no engine changes. */
  void runOfOthers(Table table) throws InterruptedException {
    Service producer = composition.service("producer");
    table.step("the producer: as the job, and as the page", () -> producer(producer));
    table.step("TLS: what the servers show, and that nobody gets in without", this::tls);
  }

  private String producer(Service producer) throws IOException, InterruptedException {
    String file = "kafka-producer.properties";
    return line(
            producer,
            secrets.wrongPasswordIn(file, "kafka-producer-password"),
            "refuses .* password")
        + " "
        + line(producer, secrets.othersFor(file), "certificate")
        + " "
        + line(producer, secrets.swapped(file, KAFKA), "may not");
  }

  private String tls() throws IOException, InterruptedException {
    String version =
        composition.exec(
            "postgres",
            "psql",
            "--username=postgres",
            "--dbname=weir",
            "-tAc",
            "select string_agg(distinct version, ', ') || ' for ' || count(*) filter (where ssl)"
                + " || ' of ' || count(*) || ' connections' from pg_stat_ssl"
                + " join pg_stat_activity using (pid) where client_addr is not null");
    Callable<String> open =
        () ->
            composition.exec(
                "postgres",
                "psql",
                "host=postgres user=weir_page dbname=weir sslmode=disable",
                "-tAc",
                "select 1");
    return "PostgreSQL " + version + "; without: " + refused(open);
  }

  private static String refused(Callable<String> open) throws IOException, InterruptedException {
    try {
      open.call();
    } catch (UnavailableException refused) {
      return String.valueOf(refused.getMessage())
          .lines()
          .reduce((first, second) -> second)
          .orElse("");
    } catch (IOException | InterruptedException | RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IOException(failed);
    }
    throw new UnavailableException("somebody got in without TLS");
  }

  /** The one line of Weir; engines say more around it. */
  private String line(Service service, ContainerArguments arguments, String words)
      throws IOException, InterruptedException {
    String output = composition.fails(service, arguments);
    List<String> lines = output.lines().filter(each -> each.startsWith("weir: ")).toList();
    if (lines.size() != 1 || !lines.get(0).matches(".*" + words + ".*")) {
      throw new UnavailableException("said: " + Podman.lastLines(output));
    }
    return "`" + lines.get(0) + "`";
  }
}
