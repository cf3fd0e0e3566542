package weir.contract;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import weir.form.TransactionJson;
import weir.model.HeaderNames;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;
import weir.oracle.VerdictText;

/**
 * Reads the branch topics. Of the records of one transaction, the one that has seen most stands.
 */
final class BranchReader {
  private BranchReader() {}

  private record Said(long seen, String text) {}

  /** The branch of each transaction, the rules that fired, and its score if it has one. */
  static SortedMap<String, String> read(Map<String, Object> client, List<String> topics) {
    Map<String, Said> standing = new HashMap<>();
    TopicContent.read(client, topics).forEach(record -> take(record, standing));
    SortedMap<String, String> texts = new TreeMap<>();
    standing.forEach((key, said) -> texts.put(key, said.text()));
    return texts;
  }

  private static void take(ConsumerRecord<byte[], byte[]> record, Map<String, Said> standing) {
    Transaction tx;
    try {
      tx = TransactionJson.parse(record.value());
    } catch (MalformedTransactionException wrong) {
      throw new AssertionError(wrong);
    }
    long seen = Long.parseLong(header(record, HeaderNames.SEEN));
    String rules = header(record, HeaderNames.RULES).replaceAll(" v\\d+", "").replace(",", ", ");
    String score = header(record, HeaderNames.SCORE);
    String scored = score.isEmpty() ? "" : " score " + score;
    Said said = new Said(seen, record.topic() + " [" + rules + "]" + scored);
    standing.merge(
        VerdictText.key(tx), said, (known, other) -> other.seen() > known.seen() ? other : known);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
