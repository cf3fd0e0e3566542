package weir.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weir.files.RecordFormat;
import weir.files.Suggestion;

/**
 * Where a log is, as one word says it.
 *
 * @param text a path, a URL, or the name of a topic
 */
public record LogPlace(Kind kind, String text) {
  /** What it is. */
  public enum Kind {
    FILE("a file"),
    LAKE("a lake"),
    TOPIC("a topic");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In words, for messages. */
    public String words() {
      return words;
    }
  }

  /** Tells a scheme from a drive letter. */
  private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]+://.*");

  private static final Pattern TOPIC_NAME = Pattern.compile("[A-Za-z0-9._-]{1,249}");

  /** Says by what is there which of them is meant. */
  public static final class Converter implements ITypeConverter<LogPlace> {
    @Override
    public LogPlace convert(String text) {
      boolean url = URL.matcher(text).matches();
      if (url && !text.startsWith("file:")) {
        return new LogPlace(Kind.LAKE, text);
      }
      Path path = path(text, url);
      if (Files.isDirectory(path)) {
        return new LogPlace(Kind.LAKE, text);
      }
      boolean known = RecordFormat.of(path).isPresent();
      if (Files.exists(path)) {
        return file(text, path, known);
      }
      if (known || url || !TOPIC_NAME.matcher(text).matches()) {
        throw new TypeConversionException(
            "there is neither a file nor a folder "
                + text
                + Suggestion.after(fileName(path), beside(path))
                + (known && TOPIC_NAME.matcher(text).matches()
                    ? " (a topic of that name is --topic=" + text + ")"
                    : ""));
      }
      return new LogPlace(Kind.TOPIC, text);
    }

    private static Path path(String text, boolean url) {
      try {
        return url ? Path.of(URI.create(text)) : Path.of(text);
      } catch (InvalidPathException wrong) {
        throw new TypeConversionException("'" + text + "' is no path");
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException("'" + text + "' is no URL of a file");
      }
    }

    private static LogPlace file(String text, Path path, boolean known) {
      if (!known) {
        throw new TypeConversionException(
            text
                + " has none of the endings "
                + RecordFormat.known()
                + ": rename it, or read it as JSON lines by --file="
                + text);
      }
      if (!Files.isReadable(path)) {
        throw new TypeConversionException(text + " may not be read");
      }
      return new LogPlace(Kind.FILE, path.toString());
    }

    private static String fileName(Path path) {
      Path name = path.getFileName();
      return name == null ? "" : name.toString();
    }

    /** What lies where a file was looked for. */
    private static List<String> beside(Path path) {
      Path folder = path.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        return List.of();
      }
      try (Stream<Path> all = Files.list(folder)) {
        return all.map(Converter::fileName).toList();
      } catch (IOException unreadable) {
        return List.of();
      }
    }
  }
}
