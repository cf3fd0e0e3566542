package weir.failure;

import java.io.FileNotFoundException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why PostgreSQL does not let somebody in, and what to do, in words that go on from its name. */
public final class DatabaseRefusal {
  private static final String WRONG_PASSWORD = "28P01";
  private static final String NOT_LET_IN = "28000";

  private DatabaseRefusal() {}

  /** Nothing if it was something else. */
  public static Optional<String> of(Throwable failed) {
    List<Throwable> chain = chain(failed);
    for (Throwable each : chain) {
      String message = String.valueOf(each.getMessage());
      if (message.startsWith("Could not open SSL root certificate file")) {
        return Optional.of("cannot be trusted: " + root(message, chain));
      }
      if (each instanceof CertificateException) {
        return Optional.of(
            "shows a certificate that is not of the authority in sslrootcert: check --jdbcUrl");
      }
      if (message.contains("could not be verified by hostnameverifier")
          || message.contains("hostname verif")) {
        return Optional.of(
            "shows a certificate for another host: use a name that it is for in --jdbcUrl");
      }
      if (each instanceof SQLException told && told.getSQLState() != null) {
        Optional<String> words = words(told.getSQLState(), message);
        if (words.isPresent()) {
          return words;
        }
      }
    }
    return Optional.empty();
  }

  private static String root(String message, List<Throwable> chain) {
    String why = chain.stream().anyMatch(FileNotFoundException.class::isInstance) ? "" : " as one";
    return message.replaceFirst(
            "Could not open SSL root certificate file (.*?)\\.?$",
            "the certificate file $1 cannot be read" + why)
        + ": check sslrootcert in --jdbcUrl";
  }

  private static Optional<String> words(String state, String message) {
    if (state.equals(WRONG_PASSWORD)) {
      return Optional.of(
          "refuses the user or its password: check --jdbcUser and --jdbcPasswordFile");
    }
    if (state.equals(NOT_LET_IN) && message.contains("no encryption")) {
      return Optional.of("wants TLS: add sslmode=verify-full and sslrootcert=FILE to --jdbcUrl");
    }
    return Optional.empty();
  }

  private static List<Throwable> chain(Throwable failed) {
    List<Throwable> chain = new ArrayList<>();
    for (@Nullable Throwable each = failed;
        each != null && !chain.contains(each);
        each = each.getCause()) {
      chain.add(each);
    }
    return chain;
  }
}
