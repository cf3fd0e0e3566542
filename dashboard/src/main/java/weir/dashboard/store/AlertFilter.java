package weir.dashboard.store;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.dashboard.live.Found;
import weir.model.Alert;
import weir.model.FlatJson;

/**
 * Which alerts to show; an absent condition lets all pass.
 *
 * @param since when they were found at the earliest, in epoch milliseconds
 */
public record AlertFilter(
    @Nullable String rule,
    @Nullable String severity,
    @Nullable String user,
    @Nullable String text,
    @Nullable Long since) {

  /** Those of one user, from whatever time. */
  static AlertFilter ofUser(String user) {
    return new AlertFilter(null, null, user, null, null);
  }

  boolean passes(Found found) {
    return (since == null || found.detectedAt() >= since) && passes(found.alert());
  }

  public boolean passes(Alert alert) {
    return (rule == null || rule.equals(alert.ruleId()))
        && (severity == null || severity.equals(alert.severity().code()))
        && (user == null || user.equals(alert.userId()))
        && (text == null || contains(alert, text.toLowerCase(Locale.ROOT)));
  }

  private static boolean contains(Alert alert, String text) {
    Stream<String> own =
        Stream.of(
            alert.id(),
            alert.userId(),
            Objects.requireNonNullElse(alert.transactionId(), ""),
            alert.ruleId(),
            alert.reason());
    Stream<String> ofKeys =
        Stream.ofNullable(alert.by()).flatMap(by -> FlatJson.texts(by).stream());
    return Stream.concat(own, ofKeys)
        .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(text));
  }
}
