package weir.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** The folder in which all of a trial is, and its end. */
final class Workshop implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Path folder;
  private final Podman podman;
  private final boolean temporary;

  private Workshop(Path folder, Podman podman, boolean temporary) {
    this.folder = folder;
    this.podman = podman;
    this.temporary = temporary;
  }

  static Workshop in(Path folder, boolean temporary) throws IOException, InterruptedException {
    Workshop workshop = new Workshop(folder, Podman.in(folder), temporary);
    // Users of containers have to get to the password files.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    workshop.removeContainers();
    return workshop;
  }

  Podman podman() {
    return podman;
  }

  Path emptyFolder(String name) throws IOException, InterruptedException {
    Path made = folder.resolve(name);
    podman.program(List.of("rm", "-rf", made.toString()), LONG);
    return Files.createDirectory(made);
  }

  private void removeContainers() throws IOException, InterruptedException {
    podman.attempt(List.of("rm", "--all", "--force", "--time=0"), LONG);
    podman.attempt(List.of("volume", "rm", "--all", "--force"), LONG);
    podman.attempt(List.of("network", "prune", "--force"), LONG);
  }

  /** Ends all containers; deletes the folder if it is temporary. */
  @Override
  public void close() {
    try {
      removeContainers();
      if (temporary) {
        podman.program(List.of("umount", folder.resolve("root/overlay").toString()), LONG);
        new ProcessBuilder("rm", "-rf", "--one-file-system", folder.toString()).start().waitFor();
      }
    } catch (IOException failed) {
      System.err.println("try-images: " + folder + " cannot be cleaned up: " + failed.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
