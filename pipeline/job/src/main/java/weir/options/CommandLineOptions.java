package weir.options;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import weir.failure.MisuseException;

/** The options of a command line, completed by an engine's defaults. */
public final class CommandLineOptions {
  private static final String DASHES = "--";
  private static final String HELP = " (see --help)";

  /** The name by which {@code --patience} was known when it was for one server only. */
  private static final String FORMER_PATIENCE = "jdbcPatience";

  private final OptionNames names = new OptionNames();
  private final Set<String> given = new HashSet<>();

  private CommandLineOptions() {}

  /**
   * Throws {@link MisuseException} with one sentence if they cannot be understood.
   *
   * @param defaults the engine's options where the command line does not say otherwise
   */
  public static WeirOptions parse(String[] args, String... defaults) {
    CommandLineOptions line = new CommandLineOptions();
    List<String> all = new ArrayList<>();
    for (String arg : args) {
      all.add(line.understood(arg));
    }
    for (String each : defaults) {
      if (!line.given.contains(name(each))) {
        all.add(each);
      }
    }
    try {
      WeirOptions options =
          PipelineOptionsFactory.fromArgs(all.toArray(new String[0])).as(WeirOptions.class);
      options.setStreaming(true);
      return options;
    } catch (IllegalArgumentException wrong) {
      throw new MisuseException(firstLine(wrong) + HELP);
    }
  }

  /** The names of the options that arguments give. */
  public static Set<String> names(Collection<String> args) {
    return args.stream()
        .filter(arg -> arg.startsWith(DASHES))
        .map(CommandLineOptions::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String name(String arg) {
    return arg.substring(DASHES.length()).replaceFirst("=.*", "");
  }

  /** Checks an argument here, because Beam's messages are about properties and classes. */
  private String understood(String arg) {
    if (!arg.startsWith(DASHES)) {
      throw new MisuseException("found '" + arg + "', expected --option=value" + HELP);
    }
    String name = name(arg);
    Method getter = names.getter(name).orElseThrow(() -> unknown(name));
    Class<?> type = getter.getReturnType();
    boolean many = type.isArray() || Iterable.class.isAssignableFrom(type);
    boolean flag = type == boolean.class || type == Boolean.class;
    if (!given.add(name) && !many) {
      throw new MisuseException(DASHES + name + " is given twice");
    }
    Optional<String> value = value(arg);
    // Of Beam's own options some may be empty.
    boolean mayBeEmpty = flag || !isOurs(getter);
    if (value.isEmpty() || (!mayBeEmpty && value.get().isBlank())) {
      if (!flag) {
        throw new MisuseException(DASHES + name + " needs a value: " + DASHES + name + "=...");
      }
      return arg;
    }
    return DASHES + name + "=" + OptionValues.understood(name, getter, value.get());
  }

  private static boolean isOurs(Method getter) {
    return getter.getDeclaringClass().isAnnotationPresent(OptionGroup.class);
  }

  private static Optional<String> value(String arg) {
    int equals = arg.indexOf('=');
    return equals < 0 ? Optional.empty() : Optional.of(arg.substring(equals + 1));
  }

  private MisuseException unknown(String name) {
    String hint =
        FORMER_PATIENCE.equals(name)
            ? "it is called --patience now, and is for Kafka too"
            : names.like(name).map(like -> "did you mean --" + like + "?").orElse("");
    return new MisuseException(
        "unknown option --" + name + (hint.isEmpty() ? "" : "; " + hint) + HELP);
  }

  private static String firstLine(IllegalArgumentException wrong) {
    return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
  }
}
