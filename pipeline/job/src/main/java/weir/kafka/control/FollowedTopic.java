package weir.kafka.control;

import weir.kafka.KafkaSettings;
import weir.notice.Announcements;
import weir.notice.Books;

/**
 * The books of a control topic, as far as this process has read it. All steps of a job in one
 * process follow it together.
 *
 * @param leadMillis how long before a change is in force it stands in the topic at least
 * @param begin the first offset that the job had not read when it began
 * @param end the first offset that is not looked at any more, of a topic that is as long as it ever
 *     will be; {@link #LIVE} where changes may come while the job runs
 * @param deadLetterTopic where records go that are no notices
 */
public record FollowedTopic(
    KafkaSettings kafka,
    String topic,
    long leadMillis,
    long begin,
    long end,
    String deadLetterTopic)
    implements Announcements {

  /** There is no end. */
  public static final long LIVE = Long.MAX_VALUE;

  @Override
  public Books knownAt(long logTime) {
    return Follower.of(this).knownAt(logTime);
  }
}
