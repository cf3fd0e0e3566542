package weir.postgres;

import java.io.Serializable;
import java.time.Duration;
import weir.patience.Patience;

/**
 * How to reach a database.
 *
 * @param patience how long it may be away before the job gives up
 */
public record PostgresSettings(String url, String user, String password, Duration patience)
    implements Serializable {

  /** How long it is waited for. */
  Patience limit() {
    return new Patience("PostgreSQL at " + place(), patience);
  }

  /** The address; what may follow it can be a password too. */
  String place() {
    return url.replaceFirst("\\?.*", "");
  }

  /** A password is for the database and nobody else's eyes. */
  @Override
  public String toString() {
    return "PostgresSettings[" + place() + ", " + user + "]";
  }
}
