package weir.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import weir.failure.MisuseException;

/** A service as podman's arguments. */
final class ContainerArguments {
  private final ComposeFile file;
  private final Path secrets;

  /**
   * @param secrets the folder with a file for each secret, instead of the one that the file names
   */
  ContainerArguments(ComposeFile file, Path secrets) {
    this.file = file;
    this.secrets = secrets;
  }

  /** What creates the container. */
  List<String> create(Service service) {
    List<String> all = new ArrayList<>(List.of("create", "--pull=never", "--no-healthcheck"));
    all.add("--name=" + service.name());
    all.add("--network=" + file.project() + ":alias=" + service.name());
    add(all, service, "user", "--user=");
    add(all, service, "restart", "--restart=");
    add(all, service, "pids_limit", "--pids-limit=");
    add(all, service, "mem_limit", "--memory=");
    // A container has no more memory by swapping.
    add(all, service, "mem_limit", "--memory-swap=");
    add(all, service, "shm_size", "--shm-size=");
    if (service.says("init")) {
      all.add("--init");
    }
    if (service.says("read_only")) {
      all.addAll(List.of("--read-only", "--read-only-tmpfs=false"));
    }
    service.texts("cap_drop").forEach(each -> all.add("--cap-drop=" + each));
    service
        .texts("security_opt")
        .forEach(each -> all.add("--security-opt=" + each.replaceFirst(":true$", "")));
    service.texts("tmpfs").forEach(each -> all.add("--tmpfs=" + tmpfs(service, each)));
    service.texts("ports").forEach(each -> all.add("--publish=" + each));
    service.texts("volumes").forEach(each -> all.add("--volume=" + volume(each)));
    service
        .texts("secrets")
        .forEach(each -> all.add("--volume=" + secret(each) + ":/run/secrets/" + each + ":ro"));
    for (Map.Entry<String, String> each : service.environment().entrySet()) {
      all.add("--env=" + each.getKey() + "=" + each.getValue());
    }
    logging(all, service.tree().path("logging"));
    List<String> entry = service.texts("entrypoint");
    if (!entry.isEmpty()) {
      all.add("--entrypoint=" + service.tree().path("entrypoint"));
    }
    all.add(image(service));
    all.addAll(service.texts("command"));
    return all;
  }

  /** What runs it once more, beside the one that serves, to its end. */
  List<String> once(Service service) {
    List<String> all = new ArrayList<>(create(service));
    all.set(0, "run");
    all.add(1, "--rm");
    all.replaceAll(each -> each.equals("--name=" + service.name()) ? each + "-once" : each);
    all.removeIf(each -> each.startsWith("--restart=") || each.startsWith("--publish="));
    all.remove("--network=" + file.project() + ":alias=" + service.name());
    all.add(2, "--network=" + file.project());
    return all;
  }

  static String image(Service service) {
    return service.stage().isPresent()
        ? "localhost/" + service.image()
        : Podman.qualified(service.image());
  }

  private static void add(List<String> all, Service service, String key, String option) {
    service.text(key).ifPresent(value -> all.add(option + value));
  }

  /**
   * Podman has no owners of temporary file systems, but one option for the container's own user.
   */
  private static String tmpfs(Service service, String written) {
    String owned =
        service.text("user").map(user -> "uid=" + user.replace(":", ",gid=")).orElse("uid=0,gid=0");
    String said = written.replace(owned, "U");
    if (said.contains("uid=") || said.contains("gid=")) {
      throw new MisuseException(
          "compose file: tmpfs of " + service.name() + " belongs to another user than it runs as");
    }
    return said;
  }

  private String volume(String written) {
    String[] parts = written.split(":", 2);
    String source =
        parts[0].startsWith(".")
            ? file.folder().resolve(parts[0]).normalize().toString()
            : file.project() + "_" + parts[0];
    return source + ":" + parts[1];
  }

  private Path secret(String name) {
    Path written = Path.of(file.tree().path("secrets").path(name).path("file").asText());
    return secrets.resolve(written.getFileName());
  }

  /** Docker's driver "local" is not podman's: the nearest one has one file, with the same limit. */
  private static void logging(List<String> all, JsonNode logging) {
    if (logging.has("driver")) {
      all.add("--log-driver=k8s-file");
      JsonNode size = logging.path("options").path("max-size");
      if (!size.isMissingNode()) {
        all.add("--log-opt=max-size=" + size.asText() + "b");
      }
    }
  }
}
