package weir.io.postgres;

import java.io.Serializable;
import java.time.Duration;

/**
 * How to reach a database.
 *
 * @param patience how long it may be away before the job gives up
 */
public record PostgresSettings(String url, String user, String password, Duration patience)
    implements Serializable {

  /** A password is for the database and nobody else's eyes. */
  @Override
  public String toString() {
    return "PostgresSettings[" + url + ", " + user + "]";
  }
}
