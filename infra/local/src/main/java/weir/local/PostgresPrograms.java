package weir.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;

/**
 * PostgreSQL's own programs. They come in a jar and are unpacked among the temporary files, once
 * for each user and version.
 */
final class PostgresPrograms {
  private static final Set<PosixFilePermission> PROGRAM =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");
  private static final int EXECUTABLE = 0100;
  private static final int SHORT = 12;

  private PostgresPrograms() {}

  /** The folder of the programs initdb and postgres. */
  static Path unpacked() throws IOException {
    return unpacked(
        archive(System.getProperty("os.name"), System.getProperty("os.arch")),
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  static URL archive(String system, String processor) {
    String os = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String arch = processor.equals("aarch64") ? "arm_64" : "x86_64";
    String name = "postgres-" + os + "-" + arch + ".txz";
    @Nullable URL archive =
        system.startsWith("Windows")
            ? null
            : PostgresPrograms.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new UnavailableException(
          "there is no PostgreSQL for " + system + " on " + processor + " on the class path");
    }
    return archive;
  }

  static Path unpacked(URL archive, Path folder) throws IOException {
    Path temporary = Folders.temporary(folder, "weir-postgres-");
    try {
      Path complete = Files.createDirectory(temporary.resolve("programs"));
      Files.setPosixFilePermissions(complete, PROGRAM);
      Object uid = Files.getAttribute(temporary, "unix:uid");
      // The archive does not tell its version, but different versions have different digests.
      Path home = folder.resolve("weir-postgres-" + digest(archive) + "-of-" + uid);
      if (!Files.exists(home)) {
        unpack(archive, complete);
        publish(complete, home);
      }
      // Everyone may write among temporary files, so programs run from there must belong to this
      // user.
      if (!Files.getAttribute(home, "unix:uid").equals(uid)) {
        throw new UnavailableException(home + " is there already and belongs to another user");
      }
      return home.resolve("bin");
    } finally {
      Folders.delete(temporary);
    }
  }

  private static String digest(URL archive) throws IOException {
    try (InputStream bytes = archive.openStream()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Moves the programs to their name in one step; another process may have been first. */
  private static void publish(Path complete, Path home) throws IOException {
    try {
      Files.move(complete, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException failed) {
      if (!Files.isDirectory(home)) {
        throw failed;
      }
    }
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (InputStream bytes = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException(entry.getName() + " leads out of the archive");
        }
        if (entry.isDirectory()) {
          folder(path, target);
        } else {
          folder(path.getParent(), target);
          file(entry, tar, path);
        }
      }
    }
  }

  /**
   * Makes a folder with its parents, which the archive may leave out, open to everyone whatever the
   * umask.
   */
  private static void folder(@Nullable Path path, Path within) throws IOException {
    if (path != null && !path.equals(within) && !Files.isDirectory(path)) {
      folder(path.getParent(), within);
      Files.createDirectory(path);
      Files.setPosixFilePermissions(path, PROGRAM);
    }
  }

  private static void file(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(content, path);
      boolean program = (entry.getMode() & EXECUTABLE) != 0;
      Files.setPosixFilePermissions(path, program ? PROGRAM : FILE);
    } else {
      throw new IOException(entry.getName() + " is neither file, folder nor symbolic link");
    }
  }

  /**
   * Checks that the user can run the programs: a closed parent folder or another C library would
   * prevent it.
   */
  static void check(Path programs, PostgresUser user) throws IOException, InterruptedException {
    Commands.Result version =
        Commands.run(user.command(List.of(programs.resolve("postgres").toString(), "--version")));
    if (!version.worked()) {
      throw new UnavailableException(
          "PostgreSQL's programs in " + programs + " cannot be run: " + version.output());
    }
  }
}
