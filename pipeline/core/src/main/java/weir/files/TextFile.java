package weir.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import weir.failure.MisuseException;

/** Reads a file of text that the user named. */
public final class TextFile {
  private TextFile() {}

  /**
   * The whole text.
   *
   * @param expected what the file should be, for the message if it cannot be read
   */
  public static String read(Path file, String expected) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new MisuseException(
          file + ": " + reason(file, unreadable) + ", expected " + expected, unreadable);
    }
  }

  private static String reason(Path file, IOException unreadable) {
    if (unreadable instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (Files.isDirectory(file)) {
      return "is a folder";
    }
    if (unreadable instanceof CharacterCodingException) {
      return "is not text in UTF-8";
    }
    return Files.isReadable(file) ? "cannot be read" : "may not be read by this user";
  }
}
