package weir.kafka.control;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import weir.kafka.KafkaSettings;
import weir.notice.Announcements;
import weir.notice.Books;

/**
 * A control topic that a job follows. All steps of the job in one process follow it together.
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
    implements Serializable {

  /** There is no end. */
  public static final long LIVE = Long.MAX_VALUE;

  /** The books of the topic, for the steps of a job. */
  public Announcements announcements() {
    return new OnTopic(this);
  }

  private static final class OnTopic implements Announcements {
    private static final long serialVersionUID = 1L;

    private final FollowedTopic topic;

    /** Looked up once: every transaction asks. */
    private transient @Nullable Follower follower;

    OnTopic(FollowedTopic topic) {
      this.topic = topic;
    }

    @Override
    public Books knownAt(long logTime) {
      return follower().knownAt(logTime);
    }

    @Override
    public int refused() {
      return follower().refused();
    }

    private Follower follower() {
      Follower known = follower;
      if (known == null) {
        known = Follower.of(topic);
        follower = known;
      }
      return known;
    }
  }
}
