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

  /** How long to wait for the database. */
  Patience limit() {
    return new Patience("PostgreSQL at " + place(), patience);
  }

  /** The address alone: what follows it in a URL may be a password. */
  String place() {
    return url.replaceFirst("\\?.*", "");
  }

  /** Leaves out the password. */
  @Override
  public String toString() {
    return "PostgresSettings[" + place() + ", " + user + "]";
  }
}
