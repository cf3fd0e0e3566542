package weir.topics;

import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;

/** Says in one sentence why Kafka does not let somebody in, and what to do. */
public final class Refusal {
  private static final String FILE = "the file of --kafkaProperties";

  private Refusal() {}

  /** Whether Kafka was reached, and refuses; nothing if it was something else. */
  public static Optional<UnavailableException> of(Object servers, Throwable failed) {
    return chain(failed).stream()
        .map(each -> sentence(servers, each))
        .flatMap(Optional::stream)
        .findFirst()
        .map(sentence -> new UnavailableException(sentence, failed));
  }

  /** That a user lacks a right to a topic. */
  static UnavailableException ofTopic(
      Object servers, String right, String topic, @Nullable Throwable cause) {
    return new UnavailableException(
        "this user of Kafka at "
            + servers
            + " may not "
            + right
            + " the topic '"
            + topic
            + "': give it that right, or name another user in "
            + FILE,
        cause);
  }

  private static Optional<String> sentence(Object servers, Throwable failed) {
    String kafka = "Kafka at " + servers;
    if (failed instanceof SslAuthenticationException) {
      return Optional.of(kafka + certificate(failed));
    }
    if (failed instanceof AuthenticationException) {
      return Optional.of(
          kafka + " refuses the user or its password: check sasl.jaas.config in " + FILE);
    }
    if (failed instanceof TopicAuthorizationException topics) {
      return Optional.of(
          String.valueOf(
              ofTopic(servers, "use", String.join("', '", topics.unauthorizedTopics()), null)
                  .getMessage()));
    }
    if (failed instanceof GroupAuthorizationException group) {
      return Optional.of(
          "this user of "
              + kafka
              + " may not use the consumer group '"
              + group.groupId()
              + "': give it that right, or name another user in "
              + FILE);
    }
    return failed instanceof AuthorizationException
        ? Optional.of("this user of " + kafka + " may not do that: " + failed.getMessage())
        : Optional.empty();
  }

  private static String certificate(Throwable failed) {
    String why =
        chain(failed).stream()
            .filter(each -> each instanceof CertificateException)
            .map(each -> String.valueOf(each.getMessage()))
            .reduce((first, last) -> last)
            .orElse("");
    if (why.startsWith("No subject alternative") || why.startsWith("No name matching")) {
      return " shows a certificate for another host ("
          + why
          + "): use a name that it is for in --bootstrapServers";
    }
    return why.isEmpty()
        ? " cannot agree on TLS: check the certificates in " + FILE
        : " shows a certificate that is of none of the authorities in "
            + FILE
            + ": check ssl.truststore there";
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
