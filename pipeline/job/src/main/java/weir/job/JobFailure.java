package weir.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.failure.UnavailableException;

/** Says in one sentence why a job failed, however the engine wraps the cause. */
final class JobFailure {
  /** Spark hands on only the text of what failed in a task, and a cluster of Flink its name. */
  private static final Pattern GAVE_UP =
      Pattern.compile(Pattern.quote(UnavailableException.class.getName()) + ": (.*)");

  private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: (.*)$");
  private static final Pattern PACKAGES = Pattern.compile("^(?:[a-z][\\w]*\\.)+(?=[A-Z])");

  /** Flink's stand-in for an exception of another process. */
  private static final String STAND_IN = "SerializedThrowable";

  private JobFailure() {}

  static String sentence(Throwable failed) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable each = failed; each != null && !chain.contains(each); each = each.getCause()) {
      chain.add(each);
    }
    return chain.stream()
        .map(JobFailure::gaveUp)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> "the job failed: " + reason(chain.get(chain.size() - 1)));
  }

  private static Optional<String> gaveUp(Throwable each) {
    if (each instanceof UnavailableException gaveUp) {
      return Optional.of(String.valueOf(gaveUp.getMessage()));
    }
    Matcher text = GAVE_UP.matcher(String.valueOf(each.getMessage()));
    return text.find() ? Optional.of(text.group(1)) : Optional.empty();
  }

  private static String reason(Throwable root) {
    String text =
        root.getClass().getSimpleName().equals(STAND_IN)
            ? String.valueOf(root.getMessage())
            : root.toString();
    String reason = text.lines().findFirst().orElse("");
    Matcher cause = CAUSE.matcher(text);
    while (cause.find()) {
      reason = cause.group(1);
    }
    return PACKAGES.matcher(reason.strip()).replaceFirst("");
  }
}
