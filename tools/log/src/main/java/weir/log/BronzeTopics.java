package weir.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.files.Suggestion;

/**
 * The topics of a lake that are read.
 *
 * @param labels null if there is none
 */
record BronzeTopics(String transactions, @Nullable String labels) {
  static BronzeTopics of(Bronze bronze, @Nullable String topic, @Nullable String labelTopic)
      throws SQLException {
    List<String> there = bronze.topics();
    String transactions = topic == null ? only(bronze, there) : known(bronze, topic, there);
    String usual = Kind.labelsOf(transactions);
    String labels =
        labelTopic != null
            ? known(bronze, labelTopic, there)
            : there.contains(usual) ? usual : null;
    return new BronzeTopics(transactions, labels);
  }

  private static String only(Bronze bronze, List<String> there) {
    List<String> transactions =
        there.stream()
            .filter(name -> there.stream().map(Kind::labelsOf).noneMatch(name::equals))
            .toList();
    if (transactions.size() != 1) {
      throw new MisuseException(
          bronze.folder() + " has the topics " + there + ": say which one holds the transactions");
    }
    return transactions.get(0);
  }

  private static String known(Bronze bronze, String topic, List<String> there) {
    if (!there.contains(topic)) {
      throw new MisuseException(
          bronze.folder()
              + " has no topic '"
              + topic
              + "', but "
              + there
              + Suggestion.after(topic, there));
    }
    return topic;
  }

  /** Those of some kinds, first that of the transactions. */
  List<String> of(Set<Kind> kinds) {
    List<String> all = new ArrayList<>();
    if (kinds.contains(Kind.TRANSACTIONS)) {
      all.add(transactions);
    }
    if (labels != null && kinds.contains(Kind.LABELS)) {
      all.add(labels);
    }
    return all;
  }

  Kind kind(String topic) {
    return topic.equals(labels) ? Kind.LABELS : Kind.TRANSACTIONS;
  }
}
