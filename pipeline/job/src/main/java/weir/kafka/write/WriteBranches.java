package weir.kafka.write;

import static weir.kafka.write.WriteRecords.header;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import weir.form.TransactionJson;
import weir.model.FiredRule;
import weir.model.HeaderNames;
import weir.model.Verdict;

/**
 * Writes every accepted transaction, keyed by user, to the topic of its verdict; and again, with a
 * header that says so, where a later arrival changed it.
 */
public final class WriteBranches extends PTransform<PCollection<Verdict>, PDone> {
  private static final long serialVersionUID = 1L;

  private final WriteSettings writing;
  private final @Nullable String legitimateTopic;
  private final @Nullable String suspiciousTopic;

  /** The sink; a branch without a topic is not written, but at least one has a topic. */
  public WriteBranches(
      WriteSettings writing, @Nullable String legitimateTopic, @Nullable String suspiciousTopic) {
    this.writing = writing;
    this.legitimateTopic = legitimateTopic;
    this.suspiciousTopic = suspiciousTopic;
  }

  @Override
  public PDone expand(PCollection<Verdict> verdicts) {
    String topic = Objects.requireNonNullElse(legitimateTopic, String.valueOf(suspiciousTopic));
    return verdicts.apply(
        "Branches",
        new WriteRecords<>(writing, topic, new BranchFn(legitimateTopic, suspiciousTopic)));
  }

  /** Rules as the header names them. */
  public static String names(List<FiredRule> rules) {
    return rules.stream()
        .map(rule -> rule.id() + " v" + rule.version())
        .collect(Collectors.joining(","));
  }

  static ProducerRecord<byte[], byte[]> record(Verdict verdict, String topic) {
    byte[] key = verdict.transaction().userId().getBytes(StandardCharsets.UTF_8);
    byte[] value = TransactionJson.write(verdict.transaction());
    return new ProducerRecord<>(topic, null, key, value, headers(verdict));
  }

  private static List<Header> headers(Verdict verdict) {
    List<Header> headers = new ArrayList<>();
    headers.add(header(HeaderNames.SEEN, Long.toString(verdict.seen())));
    headers.add(header(HeaderNames.BOOK, Integer.toString(verdict.book())));
    if (verdict.score() != null) {
      headers.add(header(HeaderNames.SCORE, Integer.toString(verdict.score())));
    }
    if (verdict.isSuspicious()) {
      headers.add(header(HeaderNames.RULES, names(verdict.fired())));
    }
    verdict
        .severity()
        .ifPresent(greatest -> headers.add(header(HeaderNames.SEVERITY, greatest.code())));
    if (verdict.change() == Verdict.Change.REVISED) {
      headers.add(header(HeaderNames.REVISED, "true"));
    }
    return headers;
  }

  private static final class BranchFn extends DoFn<Verdict, ProducerRecord<byte[], byte[]>> {
    private static final long serialVersionUID = 1L;

    private final @Nullable String legitimateTopic;
    private final @Nullable String suspiciousTopic;

    BranchFn(@Nullable String legitimateTopic, @Nullable String suspiciousTopic) {
      this.legitimateTopic = legitimateTopic;
      this.suspiciousTopic = suspiciousTopic;
    }

    @ProcessElement
    public void toRecord(
        @Element Verdict verdict, OutputReceiver<ProducerRecord<byte[], byte[]>> out) {
      String topic = verdict.isSuspicious() ? suspiciousTopic : legitimateTopic;
      if (topic == null || verdict.change() == Verdict.Change.CONFIRMED) {
        return;
      }
      out.output(record(verdict, topic));
    }
  }
}
