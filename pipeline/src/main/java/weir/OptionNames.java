package weir;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** All options there are: Weir's, and those of Beam and of the engines on the class path. */
final class OptionNames {
  private static final String READ = "get";
  private static final String READ_FLAG = "is";

  /** As many letters of a name may be wrong as there are so many in it. */
  private static final int LETTERS_A_MISTAKE = 3;

  private final Map<String, Method> getters = new TreeMap<>();

  OptionNames() {
    Stream.concat(
            PipelineOptionsFactory.getRegisteredOptions().stream(), Stream.of(WeirOptions.class))
        .forEach(this::add);
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
    return getters.keySet().stream()
        .min(Comparator.comparingInt(name -> distance(name, typed)))
        .filter(name -> distance(name, typed) <= Math.max(1, name.length() / LETTERS_A_MISTAKE));
  }

  /** How many letters must be put in, left out or changed; capitals do not matter. */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[before.length];
      now[0] = i;
      for (int j = 1; j < now.length; j++) {
        boolean same =
            Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
        now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + (same ? 0 : 1));
      }
      before = now;
    }
    return before[other.length()];
  }
}
