package weir.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The files of passwords and certificates, and those of somebody else.
 *
 * @param right those with which the services run
 * @param others such as another run of infra/make-secrets makes
 */
record Secrets(ComposeFile compose, Path right, Path others) {

  Path file(String name) {
    return right.resolve(name);
  }

  /** The right files, but for one: that is somebody else's. */
  ContainerArguments othersFor(String name) throws IOException {
    return with(name, Files.readString(others.resolve(name)));
  }

  /** The right files, but for one: that is the file of another service. */
  ContainerArguments swapped(String name, String another) throws IOException {
    return with(name, Files.readString(file(another)));
  }

  /** The right files, but for one: in that stands somebody else's password. */
  ContainerArguments wrongPasswordIn(String name, String password) throws IOException {
    String said = Files.readString(file(password)).strip();
    String wrong = Files.readString(others.resolve(password)).strip();
    return with(name, Files.readString(file(name)).replace(said, wrong));
  }

  private ContainerArguments with(String name, String text) throws IOException {
    Path mixed = Files.createTempDirectory(right.getParent(), "mixed-");
    Files.setPosixFilePermissions(mixed, PosixFilePermissions.fromString("rwx--x--x"));
    for (String each : compose.named("secrets").keySet()) {
      Files.copy(file(each), mixed.resolve(each), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.writeString(mixed.resolve(name), text);
    return new ContainerArguments(compose, mixed);
  }
}
