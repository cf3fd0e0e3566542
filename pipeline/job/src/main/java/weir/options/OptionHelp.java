package weir.options;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Prints the options for {@code --help}. */
public final class OptionHelp {
  private static final int WIDTH = 90;
  private static final String INDENT = "      ";

  /** In the names of the packages of engines, and of nothing else with options. */
  private static final String ENGINES = ".runners.";

  private OptionHelp() {}

  /**
   * Prints them.
   *
   * @param options with all the defaults of an engine
   */
  public static void print(PrintStream out, WeirOptions options) {
    PipelineOptionsFactory.getRegisteredOptions().stream()
        .filter(each -> each.isAnnotationPresent(OptionGroup.class))
        .sorted(Comparator.comparing(each -> each != WeirOptions.class))
        .forEach(each -> print(out, each, options));
    out.println("Options of the engine (see the documentation of Beam's runner):");
    out.println(wrapped(ofEngines()));
  }

  private static <T extends PipelineOptions> void print(
      PrintStream out, Class<T> group, WeirOptions options) {
    TreeMap<String, Method> getters = new TreeMap<>();
    for (Method each : group.getDeclaredMethods()) {
      OptionNames.name(each).ifPresent(name -> getters.put(name, each));
    }
    OptionGroup heading = group.getAnnotation(OptionGroup.class);
    out.println((heading == null ? group.getSimpleName() : heading.value()) + ":");
    T values = options.as(group);
    getters.forEach((name, getter) -> print(out, name, getter, values));
  }

  private static void print(PrintStream out, String name, Method getter, PipelineOptions options) {
    out.println("  --" + name + standard(getter, options));
    Description description = getter.getAnnotation(Description.class);
    out.println(wrapped(description == null ? "" : description.value()));
  }

  private static String standard(Method getter, PipelineOptions options) {
    try {
      Object value = getter.invoke(options);
      if (value == null) {
        return "";
      }
      String text = value.toString();
      return " (default: "
          + (value instanceof Enum ? text.toLowerCase(Locale.ROOT).replace('_', '-') : text)
          + ")";
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String ofEngines() {
    return PipelineOptionsFactory.getRegisteredOptions().stream()
        .filter(each -> each.getName().contains(ENGINES))
        .flatMap(each -> Arrays.stream(each.getMethods()))
        .filter(each -> each.getDeclaringClass() != PipelineOptions.class)
        .flatMap(each -> OptionNames.name(each).stream())
        .map(name -> "--" + name)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder(INDENT);
    int column = INDENT.length();
    for (String word : text.split(" ", -1)) {
      if (column + word.length() > WIDTH && column > INDENT.length()) {
        lines.append('\n').append(INDENT);
        column = INDENT.length();
      }
      lines.append(word).append(' ');
      column += word.length() + 1;
    }
    return lines.toString().stripTrailing();
  }
}
