package weir.options;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.files.Durations;

/** What values options can have; any other value is a {@link MisuseException} with one sentence. */
public final class OptionValues {
  private static final List<Class<?>> WHOLE =
      List.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);
  private static final List<Class<?>> FLAGS = List.of(boolean.class, Boolean.class);

  private static final Pattern SERVER = Pattern.compile("[^\\s,]+:(\\d{1,5})");
  private static final int LAST_PORT = 65_535;

  /** What Kafka takes for the name of a topic. */
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private static final long LEAST_PATIENCE_MILLIS = 1000;

  /** Kafka takes no greater number of milliseconds. */
  private static final long MOST_PATIENCE_MILLIS = 24L * 86_400_000;

  private OptionValues() {}

  /** The value as Beam understands it. */
  static String understood(String name, Method getter, String value) {
    Class<?> type = getter.getReturnType();
    if (type.isEnum()) {
      return constant(name, type, value);
    }
    if (FLAGS.contains(type) && !value.matches("(?i)true|false")) {
      throw found(name, value, "true or false");
    }
    if (WHOLE.contains(type)) {
      checkWhole(name, getter, value);
    }
    return value;
  }

  /** Accepts a choice as people write it: committed-minus-horizon. */
  private static String constant(String name, Class<?> type, String value) {
    String wanted = value.toUpperCase(Locale.ROOT).replace('-', '_');
    List<String> all =
        Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
    if (!all.contains(wanted)) {
      String choices =
          all.stream()
              .map(each -> each.toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
      throw new MisuseException("--" + name + ": '" + value + "' is not one of " + choices);
    }
    return wanted;
  }

  private static void checkWhole(String name, Method getter, String value) {
    Within within = getter.getAnnotation(Within.class);
    try {
      long number = Long.parseLong(value);
      if (within == null || (within.least() <= number && number <= within.most())) {
        return;
      }
    } catch (NumberFormatException wrong) {
      // Said below, with what is right.
    }
    throw found(name, value, "a whole number" + range(within));
  }

  private static String range(@Nullable Within within) {
    if (within == null) {
      return "";
    }
    return within.most() == Integer.MAX_VALUE
        ? " of at least " + within.least()
        : " from " + within.least() + " to " + within.most();
  }

  /** Milliseconds of a length of time. */
  public static long millis(String name, String value) {
    try {
      return Durations.parse(value);
    } catch (IllegalArgumentException wrong) {
      throw found(name, value, "a length of time such as 30 s or 5 min");
    }
  }

  /** The same within limits; a bare number means seconds. */
  public static long millis(String name, String value, long least, long most) {
    String text = value.strip();
    long millis = SECONDS.matcher(text).matches() ? millis(name, text + " s") : millis(name, text);
    if (millis < least || millis > most) {
      throw found(
          name, value, "a time from " + Durations.print(least) + " to " + Durations.print(most));
    }
    return millis;
  }

  /** How long servers may be away. */
  public static Duration patience(WeirOptions options) {
    return Duration.ofMillis(
        millis("patience", options.getPatience(), LEAST_PATIENCE_MILLIS, MOST_PATIENCE_MILLIS));
  }

  /** The engine's name, as answers give it. */
  public static String engine(WeirOptions options) {
    return options.getRunner().getSimpleName();
  }

  public static void checkServers(String name, String value) {
    boolean right =
        Arrays.stream(value.split(",", -1))
            .map(each -> SERVER.matcher(each.strip()))
            .allMatch(each -> each.matches() && isPort(Integer.parseInt(each.group(1))));
    if (!right) {
      throw found(name, value, "host:port, or several of them separated by commas");
    }
  }

  private static boolean isPort(int number) {
    return 0 < number && number <= LAST_PORT;
  }

  /** Checks a port now: later the failure would come only when the job runs, or not at all. */
  public static void checkIsFree(String name, int port) {
    try (ServerSocket free = new ServerSocket(port)) {
      free.setReuseAddress(true);
    } catch (IOException taken) {
      throw new UnavailableException(
          "--" + name + ": port " + port + " is in use; choose another one", taken);
    }
  }

  public static void checkTopic(String name, String value) {
    if (!TOPIC.matcher(value).matches()) {
      throw found(name, value, "the name of a topic: letters, digits and . _ -");
    }
  }

  public static MisuseException found(String name, String value, String expected) {
    return new MisuseException("--" + name + ": found '" + value + "', expected " + expected);
  }
}
