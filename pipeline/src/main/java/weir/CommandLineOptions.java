package weir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** The options of a command line, completed by an engine's defaults. */
public final class CommandLineOptions {
  /** Options whose values are constants of Java. */
  private static final Pattern CHOICE = Pattern.compile("(--(?:startFrom|delivery)=)(.*)");

  private static final Pattern UNKNOWN_OPTION = Pattern.compile("missing a property named '(.*?)'");

  private CommandLineOptions() {}

  /**
   * Throws {@link UsageException} with one sentence if they cannot be understood.
   *
   * @param defaults the engine's options where the command line does not say otherwise
   */
  public static WeirOptions parse(String[] args, String... defaults) {
    List<String> all = new ArrayList<>();
    for (String arg : args) {
      all.add(constant(arg));
    }
    for (String each : defaults) {
      String name = each.replaceFirst("=.*", "");
      if (all.stream().noneMatch(arg -> arg.equals(name) || arg.startsWith(name + "="))) {
        all.add(each);
      }
    }
    try {
      WeirOptions options =
          PipelineOptionsFactory.fromArgs(all.toArray(new String[0])).as(WeirOptions.class);
      options.setStreaming(true);
      return options;
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(sentence(wrong) + " (see --help)");
    }
  }

  /** A choice is taken as people write it: committed-minus-horizon. */
  private static String constant(String option) {
    Matcher choice = CHOICE.matcher(option);
    return choice.matches()
        ? choice.group(1) + choice.group(2).toUpperCase(Locale.ROOT).replace('-', '_')
        : option;
  }

  /** Beam speaks of properties of interfaces; whoever typed the line, of options. */
  private static String sentence(IllegalArgumentException wrong) {
    String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
    Matcher unknown = UNKNOWN_OPTION.matcher(message);
    return unknown.find() ? "unknown option --" + unknown.group(1) : message;
  }
}
