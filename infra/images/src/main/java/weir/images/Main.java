package weir.images;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
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
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.launch.BuiltModule;

/** The command line: builds the images, runs the compose file, and prints what came of it. */
@Command(
    name = "infra/try-images",
    mixinStandardHelpOptions = true,
    description = {
      "Builds the images from the Dockerfile and runs the compose file with them, as root, by"
          + " podman.",
      "What cannot be fetched, a stand-in replaces: see infra/images/stand-ins. Needs the ports of",
      "the compose file, 12 GB of disk, and some 25 minutes."
    })
public final class Main implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--profiles",
      split = ",",
      description = "Of ${COMPLETION-CANDIDATES} (default: all).")
  List<Engine> engines = List.of(Engine.values());

  @Option(
      names = "--folder",
      description =
          "Keeps images there for the next time; otherwise all is in a temporary folder, and"
              + " deleted.")
  @Nullable Path kept;

  @Option(
      names = "--reuse",
      description = "Takes the images that are in --folder as they are, and builds none.")
  boolean reuse;

  @Option(names = "--build", description = "Only builds the images, in --folder, and runs nothing.")
  boolean build;

  public static void main(String[] args) {
    CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(OneLine.of(line).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (build && kept == null) {
      throw new MisuseException("--build: the images would be deleted at once; add --folder=DIR");
    }
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
    if ((reuse || images(table, podman, compose, checkout, work)) && !build) {
      for (Engine engine : engines) {
        List<Service> services =
            compose.services(engine.profile()).stream()
                .filter(each -> !StandIns.none().containsKey(each.image()))
                .toList();
        Path secrets = secrets(podman, checkout, workshop.emptyFolder("secrets"));
        Path others = secrets(podman, checkout, workshop.emptyFolder("other-secrets"));
        Composition composition =
            new Composition(podman, compose, services, new ContainerArguments(compose, secrets));
        new Drill(engine, composition, new Secrets(compose, secrets, others)).run(table);
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

  /** Passwords and certificates, made as everybody makes them. */
  private static Path secrets(Podman podman, Path checkout, Path folder)
      throws IOException, InterruptedException {
    Podman.Result made =
        podman.program(
            List.of(checkout.resolve("infra/make-secrets").toString(), "--folder=" + folder),
            Duration.ofMinutes(1));
    if (!made.worked()) {
      throw new UnavailableException(Podman.lastLines(made.output()));
    }
    // Users of containers have to get to the files.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return folder;
  }
}
