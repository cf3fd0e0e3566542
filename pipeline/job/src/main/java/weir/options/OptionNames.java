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
      String name = method.getName();
      int prefix = name.startsWith(READ) ? READ.length() : name.startsWith(READ_FLAG) ? 2 : 0;
      if (prefix > 0
          && name.length() > prefix
          && method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())) {
        getters.put(
            Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1), method);
      }
    }
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
