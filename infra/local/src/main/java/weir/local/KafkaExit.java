package weir.local;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps Kafka from ending the process when a broker cannot go on. */
final class KafkaExit {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaExit.class);

  private static final AtomicInteger REFUSED = new AtomicInteger();

  private KafkaExit() {}

  /**
   * From now on a broker that gives up says so in the log, and the process goes on.
   *
   * <p>This is for good, because threads of a broker may end after it was closed.
   */
  static void leaveTheProcess() {
    Exit.setExitProcedure((status, message) -> refuse(status));
    Exit.setHaltProcedure((status, message) -> refuse(status));
  }

  /** How often any broker gave up. Kafka itself may go on as if nothing had happened. */
  static int refused() {
    return REFUSED.get();
  }

  /** Returns normally, so that Kafka goes on to throw the reason why it gave up. */
  private static void refuse(int status) {
    REFUSED.incrementAndGet();
    LOG.error("The local Kafka broker gave up (status {}) and no longer works", status);
  }
}
