package weir.dashboard.notices;

import java.util.OptionalLong;
import weir.control.ControlLog;
import weir.control.ControlTopic;
import weir.dashboard.desk.WireSettings;
import weir.notice.Books;

/** The control topic of a cluster, by the code of ./weir rules. */
public final class KafkaNotices implements NoticeWire {
  private final ControlTopic topic;
  private boolean required;

  public KafkaNotices(WireSettings settings) {
    topic = new ControlTopic(settings.client(), settings.controlTopic());
  }

  @Override
  public Books books() {
    return topic.read().books();
  }

  @Override
  public OptionalLong find(byte[] record, long from) {
    return topic.find(record, from);
  }

  @Override
  public synchronized long write(byte[] record) {
    if (!required) {
      topic.require();
      required = true;
    }
    return topic.write(record);
  }

  @Override
  public ControlLog.Heard outcome(long offset) {
    return topic.outcome(offset);
  }
}
