package weir.images;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.command.OneLine;
import weir.launch.BuiltModule;

/** The command line: builds the images, runs the compose file, and prints what came of it. */
@Command(
    name = "infra/try-images",
    mixinStandardHelpOptions = true,
    description = {
      "Builds the images from the Dockerfile and runs the compose file with them, as root, by podman.",
      "What cannot be fetched, a stand-in replaces: see infra/images/stand-ins. Needs the ports of",
      "the compose file, 12 GB of disk, and some 25 minutes."
    })
public final class Main implements Callable<Integer> {
  private static final int PASSWORD_BYTES = 24;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--profiles",
      split = ",",
      description = "Of ${COMPLETION-CANDIDATES} (default: all).")
  List<Engine> engines = List.of(Engine.values());

  @Option(
      names = "--folder",
      description =
          "Keeps images there for the next time; otherwise all is in a temporary folder, and deleted.")
  @Nullable Path kept;

  @Option(
      names = "--reuse",
      description = "Takes the images that are in --folder as they are, and builds none.")
  boolean reuse;

  public static void main(String[] args) {
    CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(OneLine.of(line).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Requirements.check();
    Path checkout = Path.of(System.getProperty("weir.checkout", ".")).toAbsolutePath().normalize();
    ComposeFile compose = ComposeFile.read(checkout.resolve("infra/compose.yaml"));
    compose.all();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Path folder =
        kept == null
            ? Files.createTempDirectory("weir-images-")
            : Files.createDirectories(kept.toAbsolutePath());
    Workshop workshop = Workshop.in(folder, kept == null);
    Thread cleaning = new Thread(workshop::close);
    Runtime.getRuntime().addShutdownHook(cleaning);
    Table table = new Table(out);
    Podman podman = workshop.podman();
    Path work = workshop.emptyFolder("work");
    if (reuse || images(table, podman, compose, checkout, work)) {
      for (Engine engine : engines) {
        List<Service> services =
            compose.services(engine.profile()).stream()
                .filter(each -> !StandIns.none().containsKey(each.image()))
                .toList();
        Path secrets = passwords(compose, workshop.emptyFolder("secrets"));
        Path others = passwords(compose, workshop.emptyFolder("other-secrets"));
        Composition composition =
            new Composition(podman, compose, services, new ContainerArguments(compose, secrets));
        new Drill(engine, composition, new ContainerArguments(compose, others)).run(table);
      }
    }
    StandIns.none().forEach((image, why) -> table.notRun(image, why));
    out.flush();
    return table.allWell() ? 0 : 1;
  }

  private boolean images(Table table, Podman podman, ComposeFile compose, Path checkout, Path work)
      throws InterruptedException {
    StandIns standIns = new StandIns(podman, checkout, BuiltModule.home(), work);
    boolean well = table.step("stand-in: Debian", standIns::debian);
    for (StandIns.StandIn each : StandIns.all()) {
      well = well && table.step("stand-in: " + each.image(), () -> standIns.make(each));
    }
    OwnImages own = new OwnImages(podman, checkout, work);
    for (Service each : Composition.firstOfEachImage(compose.all())) {
      String stage = each.stage().orElse("");
      if (well && !stage.isEmpty() && isAsked(each)) {
        String image = ContainerArguments.image(each);
        well =
            table.step(
                "image: " + each.image(), () -> own.build(stage, image) + ", " + own.look(image));
      }
    }
    return well;
  }

  private boolean isAsked(Service service) {
    return service.profiles().isEmpty()
        || engines.stream().anyMatch(each -> service.profiles().contains(each.profile()));
  }

  /** Passwords as operations.md tells to make them. */
  private static Path passwords(ComposeFile compose, Path folder) throws IOException {
    SecureRandom random = new SecureRandom();
    for (String each : compose.named("secrets").keySet()) {
      byte[] bytes = new byte[PASSWORD_BYTES];
      random.nextBytes(bytes);
      Path file = folder.resolve(each);
      Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
    return folder;
  }
}
