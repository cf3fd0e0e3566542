package weir.command;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import weir.files.Suggestion;

/** What is wrong with a command line, as a person would say it. */
final class Misuse {
  private static final Pattern VALUE =
      Pattern.compile(
          "Invalid value for (?:option|positional parameter at index \\S+) ['(]?(.+?)[')]?(?: \\(.*?\\))?: (.*)");
  private static final Pattern VERB = Pattern.compile("(must|expected) .*");

  private Misuse() {}

  /**
   * One sentence about it.
   *
   * @param more commands beside those of the command line
   * @param moved commands that are gone, with what to type instead
   */
  static String sentence(ParameterException wrong, List<String> more, Map<String, String> moved) {
    CommandLine command = wrong.getCommandLine();
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(command, unmatched.getUnmatched().get(0), more, moved);
    }
    String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
    Matcher value = VALUE.matcher(message);
    if (!value.matches()) {
      return message;
    }
    String trouble =
        value
            .group(2)
            .replaceFirst("is not an? (?:int|long)$", "is not a whole number")
            .replaceFirst("is not an? (?:double|float)$", "is not a number");
    // The first of its names is the one that is documented.
    String name =
        wrong.getArgSpec() instanceof OptionSpec option ? option.names()[0] : value.group(1);
    return name + (VERB.matcher(trouble).matches() ? " " : ": ") + trouble;
  }

  private static String unknown(
      CommandLine command, String argument, List<String> more, Map<String, String> moved) {
    if (argument.startsWith("-") && argument.length() > 1) {
      String name = argument.replaceFirst("=.*", "");
      return "Unknown option '"
          + name
          + "'."
          + meant(name, command.getCommandSpec().optionsMap().keySet().stream());
    }
    if (command.getSubcommands().isEmpty()) {
      return "Unexpected argument '" + argument + "'.";
    }
    if (moved.containsKey(argument)) {
      return "There is no command '" + argument + "' any more: use " + moved.get(argument) + ".";
    }
    return "Unknown command '"
        + argument
        + "'."
        + meant(argument, Stream.concat(command.getSubcommands().keySet().stream(), more.stream()));
  }

  private static String meant(String written, Stream<String> known) {
    return Suggestion.of(written, known.toList())
        .map(name -> " Did you mean '" + name + "'?")
        .orElse("");
  }
}
