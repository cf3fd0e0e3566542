package weir.options;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import weir.files.Suggestion;

/** All options there are: Weir's, and those of Beam and of the engines on the class path. */
final class OptionNames {
  private static final String READ = "get";
  private static final String READ_FLAG = "is";

  private final Map<String, Method> getters = new TreeMap<>();

  OptionNames() {
    PipelineOptionsFactory.getRegisteredOptions().forEach(this::add);
  }

  private void add(Class<?> options) {
    for (Method method : options.getMethods()) {
      name(method).ifPresent(name -> getters.put(name, method));
    }
  }

  /** The option whose value the method returns, if it is such a method. */
  static Optional<String> name(Method method) {
    String name = method.getName();
    int prefix =
        name.startsWith(READ) ? READ.length() : name.startsWith(READ_FLAG) ? READ_FLAG.length() : 0;
    boolean reads =
        prefix > 0
            && name.length() > prefix
            && method.getParameterCount() == 0
            && !Modifier.isStatic(method.getModifiers());
    return reads
        ? Optional.of(Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1))
        : Optional.empty();
  }

  /** The method that returns the option's value. */
  Optional<Method> getter(String name) {
    return Optional.ofNullable(getters.get(name));
  }

  /** The option whose name is most like this one, unless none is. */
  Optional<String> like(String typed) {
    return Suggestion.of(typed, getters.keySet());
  }
}
