package weir.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weir.files.Durations;
import weir.launch.Engine;
import weir.model.Times;
import weir.rules.Audience;

/** What the values of options may be; each says in words what it takes. */
public final class Values {
  private static final int HIGHEST_PORT = 65_535;

  private Values() {}

  private static long whole(String text, long least, long most) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notWhole) {
      throw new TypeConversionException("'" + text + "' is not a whole number");
    }
    throw new TypeConversionException(
        (Long.parseLong(text) < least ? "must be at least " + least : "must be at most " + most)
            + ", found "
            + text);
  }

  /** A port, or 0 for any that is free. */
  public static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) whole(text, 0, HIGHEST_PORT);
    }
  }

  /** How many of something there are, which is at least one. */
  public static final class HowMany implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) whole(text, 1, Integer.MAX_VALUE);
    }
  }

  /** How many of something are wanted, which may be none. */
  public static final class HowManyOrNone implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) whole(text, 0, Integer.MAX_VALUE);
    }
  }

  /** How many of something are made, of which there may be more. */
  public static final class Count implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return whole(text, 1, Long.MAX_VALUE);
    }
  }

  /** Seconds, at least one and not for ever. */
  public static final class Seconds implements ITypeConverter<Long> {
    private static final long A_YEAR = 366L * 24 * 3600;

    @Override
    public Long convert(String text) {
      return whole(text, 1, A_YEAR);
    }
  }

  /** A number over 0, of transactions a second. */
  public static final class PerSecond implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        double value = Double.parseDouble(text);
        if (value > 0 && value <= 1e9) {
          return value;
        }
      } catch (NumberFormatException notNumber) {
        throw new TypeConversionException("'" + text + "' is not a number");
      }
      throw new TypeConversionException("must be over 0, found " + text);
    }
  }

  /** A moment, as ISO-8601 writes it. */
  public static final class Moment implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        Instant moment = Instant.parse(text);
        if (Times.isUsable(moment.toEpochMilli())) {
          return moment;
        }
      } catch (DateTimeException | ArithmeticException wrong) {
        // Said below, with what is right.
      }
      throw new TypeConversionException(
          "'" + text + "' is no moment " + Times.BOUNDS + ", such as 2026-01-01T00:00:00Z");
    }
  }

  /** A length of time as people write it. */
  public static final class Length implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Duration.ofMillis(Durations.parse(text));
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(
            "'" + text + "' is no length of time, expected one such as 30s, 10min or 6h");
      }
    }
  }

  /** A part of a whole. */
  public static final class Share implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        double value = Double.parseDouble(text);
        if (value >= 0 && value <= 1) {
          return value;
        }
      } catch (NumberFormatException notNumber) {
        throw new TypeConversionException("'" + text + "' is not a number");
      }
      throw new TypeConversionException("must be from 0 to 1, found " + text);
    }
  }

  /** A share of the users. */
  public static final class Users implements ITypeConverter<Audience> {
    @Override
    public Audience convert(String text) {
      try {
        return Audience.ofShare(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(
            "'" + text + "' is no share of the users from 0.01 % to 100 %, such as 10%");
      }
    }
  }

  /** An engine, by its short name or by that of Beam's runner. */
  public static final class Runner implements ITypeConverter<Engine> {
    @Override
    public Engine convert(String text) {
      return engine(text, "direct, flink or spark");
    }
  }

  /** The same where a cluster is wanted, which one of them does not have. */
  public static final class RunnerOfClusters implements ITypeConverter<Engine> {
    @Override
    public Engine convert(String text) {
      return engine(text, "flink or spark");
    }
  }

  private static Engine engine(String text, String expected) {
    return Engine.named(text)
        .orElseThrow(
            () -> new TypeConversionException("no runner '" + text + "', expected " + expected));
  }

  /** Hosts with their ports. */
  public static final class Servers implements ITypeConverter<String> {
    private static final Pattern SERVER = Pattern.compile("\\S+:\\d{1,5}");

    @Override
    public String convert(String text) {
      if (!Pattern.compile(",")
          .splitAsStream(text)
          .map(String::strip)
          .allMatch(SERVER.asMatchPredicate())) {
        throw new TypeConversionException(
            "'" + text + "' is not HOST:PORT, such as localhost:9092");
      }
      return text;
    }
  }

  /** A file that is written: the folder is there. */
  public static final class NewFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      Path file = Path.of(text).toAbsolutePath();
      if (Files.isDirectory(file)) {
        throw new TypeConversionException("'" + text + "' is a folder, expected a file");
      }
      Path folder = file.getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        throw new TypeConversionException("there is no folder " + folder);
      }
      return Path.of(text);
    }
  }

  /** A file that is read. */
  public static final class OldFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      Path file = Path.of(text);
      if (!Files.exists(file)) {
        throw new TypeConversionException("there is no file " + text);
      }
      if (Files.isDirectory(file) || !Files.isReadable(file)) {
        throw new TypeConversionException(
            text
                + (Files.isDirectory(file) ? " is a folder, expected a file" : " may not be read"));
      }
      return file;
    }
  }
}
