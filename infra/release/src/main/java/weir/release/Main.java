package weir.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import weir.command.OneLine;

/** Makes a release of snapshots; ./weir package calls it. */
@Command(name = "package", description = "Makes a release of what was built.")
public final class Main implements Callable<Integer> {
  @Option(names = "--checkout", required = true)
  Path checkout = Path.of(".");

  @Option(names = "--release", required = true, description = "Its version.")
  String release = "";

  @Option(names = "--snapshot", required = true, description = "What the commands run from.")
  Path snapshot = Path.of(".");

  @Option(names = "--s3", required = true, description = "Engines that read and write S3.")
  Path s3 = Path.of(".");

  @Option(names = "--bill", required = true, description = "A bill that the build wrote.")
  List<Path> bills = List.of();

  @Option(names = "--folder", required = true, description = "Where the release goes.")
  Path folder = Path.of(".");

  public static void main(String[] args) {
    System.exit(OneLine.of(new CommandLine(new Main())).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Assembly assembly = new Assembly(checkout, release);
    assembly.modules(snapshot, s3);
    String name = "weir-" + release;
    Files.writeString(folder.resolve(name + ".cdx.json"), assembly.bill(bills));
    Tarball.write(assembly.layout(), name, folder.resolve(name + ".tar.gz"));
    Checksums.list(folder);
    return 0;
  }
}
