package weir.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import weir.failure.UnavailableException;

/**
 * The user that PostgreSQL runs as: this JVM's user, or {@code nobody} instead of root, because
 * PostgreSQL refuses root.
 */
record PostgresUser(int uid, int gid, boolean another, List<String> prefix) {
  private static final int ROOT = 0;
  private static final String NOBODY = "nobody";

  /** Separates the server from the terminal, whose Ctrl-C only the JVM should handle. */
  private static final String OWN_SESSION = "setsid";

  static PostgresUser here() throws IOException, InterruptedException {
    List<String> session =
        Commands.works(List.of(OWN_SESSION, "true")) ? List.of(OWN_SESSION) : List.of();
    int uid = id("-u");
    if (uid != ROOT) {
      return new PostgresUser(uid, id("-g"), false, session);
    }
    int nobody = id("-u", NOBODY);
    int group = id("-g", NOBODY);
    for (List<String> way : waysToBe(nobody, group)) {
      List<String> prefix = concat(session, way);
      if (Commands.works(concat(prefix, List.of("true")))) {
        return new PostgresUser(nobody, group, true, prefix);
      }
    }
    throw new UnavailableException(
        "PostgreSQL does not run as root, and none of setpriv, runuser and su can change to "
            + NOBODY);
  }

  /** The best first: the others stay between the JVM and the program that they start. */
  static List<List<String>> waysToBe(int uid, int gid) {
    return List.of(
        List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"),
        List.of("runuser", "-u", NOBODY, "--"),
        List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", NOBODY));
  }

  private static int id(String... arguments) throws IOException, InterruptedException {
    Commands.Result id = Commands.run(concat(List.of("id"), List.of(arguments)));
    if (!id.worked()) {
      throw new UnavailableException(
          "PostgreSQL does not run as root, and there is no user nobody: " + id.output());
    }
    return Integer.parseInt(id.output());
  }

  List<String> command(List<String> command) {
    return concat(prefix, command);
  }

  /** Makes a folder that only this user can use, as PostgreSQL wants it. */
  void own(Path folder) throws IOException {
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(
        folder,
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));
    if (another) {
      Files.setAttribute(folder, "unix:uid", uid);
      Files.setAttribute(folder, "unix:gid", gid);
    }
  }

  boolean owns(Path folder) throws IOException {
    return Files.getAttribute(folder, "unix:uid").equals(uid);
  }

  /** Lets this user through a folder to the data in it, and checks that the user gets there. */
  void reach(Path folder) throws IOException, InterruptedException {
    if (!another) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
    if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
      Files.setPosixFilePermissions(folder, permissions);
    }
    if (!Commands.works(command(List.of("test", "-x", folder.toString())))) {
      throw new UnavailableException(
          "the data folder "
              + folder
              + " cannot be reached by the user "
              + NOBODY
              + ", which runs PostgreSQL because it refuses root: choose another folder");
    }
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return List.copyOf(both);
  }
}
