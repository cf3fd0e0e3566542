package weir.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;

/** What --jdbcPasswordFile names: a password is not typed, where others could see it. */
public final class PasswordFile {
  private PasswordFile() {}

  /**
   * The password in a file.
   *
   * @param file absent if there is none, and the password is empty
   */
  public static String read(@Nullable Path file) {
    try {
      return file == null ? "" : Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new MisuseException("--jdbcPasswordFile: " + file + " cannot be read");
    }
  }
}
