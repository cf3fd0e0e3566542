package weir.bench.flink;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import weir.judge.Acceptance;
import weir.model.Accepted;
import weir.model.Examined;
import weir.model.Judgement;
import weir.model.LogRecord;
import weir.model.Payload;

/** Separates transactions to judge from rejected records. */
final class ExamineRecord extends ProcessFunction<LogRecord, Accepted> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Judgement> REJECTED = new OutputTag<>("rejected", Types.JUDGEMENT);

  private final Acceptance acceptance;

  ExamineRecord(Acceptance acceptance) {
    this.acceptance = acceptance;
  }

  @Override
  public void processElement(LogRecord record, Context context, Collector<Accepted> out) {
    Payload value = record.value();
    Examined examined = acceptance.examine(value == null ? null : value.bytes(), record.position());
    examined.match(out::collect, rejected -> context.output(REJECTED, rejected));
  }
}
