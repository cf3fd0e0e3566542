package weir.images;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import weir.failure.UnavailableException;

/** The services of a profile as running containers. */
final class Composition {
  private static final Duration SHORT = Duration.ofMinutes(2);

  private final Podman podman;
  private final ComposeFile file;
  private final ContainerArguments arguments;
  private final Map<String, Service> services;

  Composition(
      Podman podman, ComposeFile file, List<Service> services, ContainerArguments arguments) {
    this.podman = podman;
    this.file = file;
    this.arguments = arguments;
    this.services = new LinkedHashMap<>();
    inOrder(services).forEach(each -> this.services.put(each.name(), each));
  }

  /** A service comes after those that it waits for. */
  static List<Service> inOrder(List<Service> services) {
    Map<String, Service> left =
        services.stream()
            .collect(
                Collectors.toMap(
                    Service::name, each -> each, (one, two) -> one, LinkedHashMap::new));
    List<Service> order = new ArrayList<>();
    while (!left.isEmpty()) {
      Service next =
          left.values().stream()
              .filter(each -> Collections.disjoint(each.needs().keySet(), left.keySet()))
              .findFirst()
              .orElseThrow(
                  () -> new UnavailableException("services wait for each other: " + left.keySet()));
      order.add(next);
      left.remove(next.name());
    }
    return order;
  }

  /** One service for each image. */
  static List<Service> firstOfEachImage(List<Service> services) {
    Map<String, Service> first = new LinkedHashMap<>();
    services.forEach(each -> first.putIfAbsent(each.image(), each));
    return List.copyOf(first.values());
  }

  List<Service> services() {
    return List.copyOf(services.values());
  }

  /** Creates all containers, and starts them in their order. */
  void up() throws IOException, InterruptedException {
    podman.run(List.of("network", "create", file.project()));
    for (Service each : services.values()) {
      podman.run(arguments.create(each));
    }
    start();
  }

  /** Starts the containers that are there; returns when all are well. */
  void start() throws IOException, InterruptedException {
    for (Service each : services.values()) {
      for (Map.Entry<String, Service.Condition> need : each.needs().entrySet()) {
        await(service(need.getKey()), need.getValue());
      }
      podman.run(List.of("start", each.name()));
    }
    for (Service each : services.values()) {
      if (each.healthCheck().isPresent()) {
        await(each, Service.Condition.HEALTHY);
      }
    }
  }

  private void await(Service service, Service.Condition condition)
      throws IOException, InterruptedException {
    switch (condition) {
      case STARTED -> {}
      case HEALTHY -> awaitHealth(service);
      case COMPLETED -> awaitEnd(service);
    }
  }

  /** Waits until a service is well, for as long as its health check allows. */
  void awaitHealth(Service service) throws IOException, InterruptedException {
    HealthCheck check =
        service
            .healthCheck()
            .orElseThrow(() -> new UnavailableException(service.name() + " has no healthcheck"));
    long end = System.nanoTime() + check.patience().toNanos();
    while (!isHealthy(service, check)) {
      if (System.nanoTime() > end) {
        throw new UnavailableException(
            service.name() + " is not healthy: " + Podman.lastLines(log(service.name())));
      }
      TimeUnit.MILLISECONDS.sleep(Math.min(1000, check.interval().toMillis()));
    }
  }

  private boolean isHealthy(Service service, HealthCheck check)
      throws IOException, InterruptedException {
    List<String> ask = new ArrayList<>(List.of("exec", service.name()));
    ask.addAll(check.command());
    return podman.attempt(ask, check.timeout()).worked();
  }

  private void awaitEnd(Service service) throws IOException, InterruptedException {
    String code = podman.run(List.of("wait", service.name()), Duration.ofMinutes(5));
    if (!code.equals("0")) {
      throw new UnavailableException(
          service.name() + " ended with " + code + ": " + Podman.lastLines(log(service.name())));
    }
  }

  /**
   * What a service says when it runs once more with other files for its secrets; it has to fail.
   */
  String fails(Service service, ContainerArguments others)
      throws IOException, InterruptedException {
    Podman.Result result = podman.attempt(others.once(service), SHORT);
    if (result.worked()) {
      throw new UnavailableException(service.name() + " did not fail");
    }
    return result.output();
  }

  Service service(String name) {
    return Objects.requireNonNull(services.get(name), name);
  }

  String log(String service) throws IOException, InterruptedException {
    return podman.attempt(List.of("logs", service), SHORT).output();
  }

  /** What a program in the container of a service wrote. */
  String exec(String service, String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("exec", service));
    all.addAll(List.of(command));
    return podman.run(all, SHORT);
  }

  /** Copies a file into the container of a service. */
  void copy(Path file, String service, String to) throws IOException, InterruptedException {
    podman.run(List.of("cp", file.toString(), service + ":" + to), SHORT);
  }

  String inspect(String service, String what) throws IOException, InterruptedException {
    return podman.run(List.of("inspect", "--format={{" + what + "}}", service), SHORT);
  }

  /**
   * Kills the container's first process, as a crash would: who kills by podman says that it shall
   * stay dead.
   */
  void crash(String service) throws IOException, InterruptedException {
    long process = Long.parseLong(inspect(service, ".State.Pid"));
    ProcessHandle.of(process)
        .orElseThrow(() -> new UnavailableException(service + " does not run"))
        .destroyForcibly();
  }

  /** How services stop: who depends on another first, as compose does. */
  List<Stopped> stop() throws IOException, InterruptedException {
    List<Service> reversed = new ArrayList<>(services.values());
    Collections.reverse(reversed);
    List<Stopped> all = new ArrayList<>();
    for (Service each : reversed) {
      if (inspect(each.name(), ".State.Running").equals("true")) {
        long began = System.nanoTime();
        podman.run(List.of("stop", "--time=" + each.graceSeconds(), each.name()));
        all.add(
            new Stopped(
                each.name(),
                Integer.parseInt(inspect(each.name(), ".State.ExitCode")),
                Duration.ofNanos(System.nanoTime() - began)));
      }
    }
    return all;
  }

  /** Deletes the containers and the network, but no volume. */
  void remove() throws IOException, InterruptedException {
    podman.run(List.of("rm", "--all", "--force", "--time=0"));
    podman.run(List.of("network", "rm", "--force", file.project()));
  }

  void removeVolumes() throws IOException, InterruptedException {
    podman.run(List.of("volume", "rm", "--all", "--force"));
  }

  /** How a service ended. */
  record Stopped(String service, int exit, Duration took) {
    /** Whether it ended by itself: by 137 it was killed when its time was over. */
    boolean clean() {
      return exit != 137;
    }
  }
}
