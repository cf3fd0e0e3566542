package weir.kafka.restart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.UnavailableException;
import weir.kafka.KafkaSettings;
import weir.kafka.read.Beginning;
import weir.kafka.read.LogTimePolicy;
import weir.kafka.read.Older;
import weir.kafka.restart.GroupLog.HeldFrom;
import weir.options.StartFrom;
import weir.sink.KeptRecords;
import weir.topics.InputTopic;

/**
 * Where a run starts if it has only the log and the committed offsets of its consumer group.
 *
 * @param newFrom the log time before which all was judged and written; all partitions have it in
 *     common, so that a window over several partitions is known as a whole too
 * @param committed the first offset of each partition that was not committed
 */
public record Rewind(long newFrom, Map<String, Map<Integer, Long>> committed, Beginning beginning) {
  private static final Logger LOG = LoggerFactory.getLogger(Rewind.class);

  /** No rewind: a beginning that the consumers find by themselves, from where on all is new. */
  public static Rewind none(StartFrom from) {
    return new Rewind(Progress.BEFORE_ALL, Map.of(), Beginning.at(from));
  }

  /**
   * Looks up where to begin.
   *
   * @param topic all that is read: what is judged rests on all of it
   * @param reachMillis how far before the first new record the run must begin to know all it needs
   * @param spanMillis the span of log time for which answers wait before they are written; 0 if
   *     they do not
   * @param kept records that a sink keeps, in place of those that Kafka no longer holds
   */
  public static Rewind lookUp(
      InputTopic topic,
      KafkaSettings kafka,
      long reachMillis,
      long spanMillis,
      Optional<KeptRecords> kept) {
    try (GroupLog log = GroupLog.open(kafka, topic.partitions())) {
      GroupLog.Seen seen = log.progress(log.committed(), LOG::warn);
      long newFrom = newFrom(seen.progress(), topic.live(), seen.asked(), spanMillis);
      if (newFrom == Progress.BEFORE_ALL) {
        LOG.info(
            "The group {} has committed nothing: reading from the beginning",
            kafka.consumerGroup());
        return none(StartFrom.EARLIEST);
      }
      long from = newFrom - reachMillis;
      LOG.info(
          "Everything before {} was judged: reading again from {}",
          Instant.ofEpochMilli(newFrom),
          Instant.ofEpochMilli(from));
      return new Rewind(
          newFrom,
          committed(seen.progress()),
          new Beginning(
              StartFrom.COMMITTED_MINUS_HORIZON,
              log.firstNotBefore(from),
              older(log.purgedSince(from), from, kept)));
    } catch (KafkaException failed) {
      throw new UnavailableException(
          "cannot see how far the consumer group '"
              + kafka.consumerGroup()
              + "' got: "
              + failed.getMessage(),
          failed);
    }
  }

  private static @Nullable Older older(
      Map<TopicPartition, HeldFrom> purged, long from, Optional<KeptRecords> kept) {
    purged.forEach((partition, held) -> tell(partition, held, from, kept.isPresent()));
    Map<TopicPartition, Long> heldFrom = new HashMap<>();
    purged.forEach((partition, held) -> heldFrom.put(partition, held.offset()));
    return purged.isEmpty() ? null : kept.map(its -> new Older(its, from, heldFrom)).orElse(null);
  }

  private static void tell(TopicPartition partition, HeldFrom held, long from, boolean kept) {
    String since =
        String.format(
            "Kafka holds partition %d of '%s' only since %s, and windows reach back to %s: ",
            partition.partition(),
            partition.topic(),
            held.time().isPresent()
                ? Instant.ofEpochMilli(held.time().getAsLong())
                : "offset " + held.offset(),
            Instant.ofEpochMilli(from));
    if (kept) {
      LOG.info("{}what is older is read from the lake", since);
    } else {
      LOG.warn(
          "{}answers about what comes now may miss what was purged. Let Kafka keep the topic for"
              + " longer than the book's horizon (retention.ms), or run the job with its lake"
              + " (--lake), from which older records are then read",
          since);
    }
  }

  private static Map<String, Map<Integer, Long>> committed(List<Progress> progress) {
    return progress.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.partition().topic(),
                Collectors.toMap(each -> each.partition().partition(), Progress::next)));
  }

  /** All records before this log time were judged, and their answers are written. */
  static long newFrom(List<Progress> all, boolean live, long now, long spanMillis) {
    long unread =
        all.stream()
            .mapToLong(each -> each.nextLogTime(live, now))
            .min()
            .orElse(Progress.AFTER_ALL);
    long newFrom =
        Math.min(unread, spanMillis == 0 ? Progress.AFTER_ALL : waiting(all, live, spanMillis));
    return newFrom == Progress.AFTER_ALL ? Progress.BEFORE_ALL : newFrom;
  }

  /** No record waits in its span that is older: older spans were over, as far as was committed. */
  private static long waiting(List<Progress> all, boolean live, long spanMillis) {
    if (all.stream().allMatch(each -> each.lastRead().isEmpty())) {
      return Progress.AFTER_ALL;
    }
    OptionalLong newest =
        all.stream().map(Progress::reached).flatMapToLong(OptionalLong::stream).max();
    // When others were read this far, the clock of a live partition at rest was as far.
    long atRest =
        live && newest.isPresent()
            ? newest.getAsLong() - Progress.CLOCKS_MILLIS
            : Progress.BEFORE_ALL;
    long slowest = Progress.AFTER_ALL;
    for (Progress each : all) {
      long read = each.reached().orElse(Progress.BEFORE_ALL);
      slowest = Math.min(slowest, each.allRead() ? Math.max(read, atRest) : read);
    }
    return slowest == Progress.BEFORE_ALL
        ? Progress.BEFORE_ALL
        : Math.floorDiv(slowest - LogTimePolicy.DELAY_MILLIS, spanMillis) * spanMillis;
  }
}
