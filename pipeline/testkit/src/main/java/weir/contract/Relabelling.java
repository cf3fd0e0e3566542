package weir.contract;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** Applies the relabelling of one job in a prometheus.yml, as Prometheus does. */
final class Relabelling {
  private record Rule(String source, Pattern regex, String target, String replacement) {
    static Rule of(Map<String, ?> yaml) {
      return new Rule(
          text(yaml, "source_labels").replaceAll("[\\[\\]]", ""),
          Pattern.compile(text(yaml, "regex")),
          text(yaml, "target_label"),
          // Prometheus allows ${1}; Java would take the braces for a group's name.
          yaml.containsKey("replacement")
              ? text(yaml, "replacement").replaceAll("[{}]", "")
              : "$1");
    }

    private static String text(Map<String, ?> yaml, String key) {
      return String.valueOf(yaml.get(key));
    }

    void apply(Map<String, String> labels) {
      Matcher matcher = regex.matcher(labels.getOrDefault(source, ""));
      if (matcher.matches()) {
        labels.put(target, matcher.replaceFirst(replacement));
      }
    }
  }

  private final List<Rule> rules;

  private Relabelling(List<Rule> rules) {
    this.rules = rules;
  }

  static Relabelling read(Path prometheus, String job) throws IOException {
    try (Reader reader = Files.newBufferedReader(prometheus)) {
      Map<String, ?> all = new Yaml().load(reader);
      for (Map<String, ?> each : maps(all, "scrape_configs")) {
        if (job.equals(each.get("job_name"))) {
          return new Relabelling(
              maps(each, "metric_relabel_configs").stream().map(Rule::of).toList());
        }
      }
    }
    throw new AssertionError(prometheus + " has no job " + job);
  }

  @SuppressWarnings("unchecked") // A file of another shape fails here, as it should.
  private static List<Map<String, ?>> maps(Map<String, ?> yaml, String key) {
    return (List<Map<String, ?>>) Objects.requireNonNull(yaml.get(key), key);
  }

  Series apply(Series series) {
    Map<String, String> labels = new HashMap<>(series.labels());
    rules.forEach(rule -> rule.apply(labels));
    return new Series(labels, series.value());
  }
}
