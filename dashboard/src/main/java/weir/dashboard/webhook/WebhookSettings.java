package weir.dashboard.webhook;

import java.net.URI;
import java.time.Duration;
import weir.model.Severity;

/**
 * Where alerts are told, and which.
 *
 * @param address whoever knows it may write there: it is a secret
 * @param from the least severity
 * @param every how long nothing more is told of a user
 */
public record WebhookSettings(URI address, Severity from, Duration every) {

  /** Secrets are not printed. */
  @Override
  public String toString() {
    return "WebhookSettings[" + from + ", " + every + "]";
  }
}
