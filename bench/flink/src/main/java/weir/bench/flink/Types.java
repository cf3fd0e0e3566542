package weir.bench.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import weir.detect.HistoryCoder;
import weir.detect.SpendingCoder;
import weir.model.Judgement;
import weir.model.JudgementCoder;
import weir.model.LogRecord;
import weir.model.LogRecordCoder;
import weir.model.Received;
import weir.model.ReceivedCoder;
import weir.rules.History;
import weir.rules.Spending;

/** All types that Flink sends or keeps, each with the pipeline's own binary form. */
final class Types {
  static final TypeInformation<LogRecord> LOG_RECORD =
      new CoderType<>(LogRecord.class, LogRecordCoder.of());
  static final TypeInformation<Received> RECEIVED =
      new CoderType<>(Received.class, ReceivedCoder.of());
  static final TypeInformation<Judgement> JUDGEMENT =
      new CoderType<>(Judgement.class, JudgementCoder.of());
  static final TypeInformation<History> HISTORY =
      new CoderType<>(History.class, new HistoryCoder());
  static final TypeInformation<Spending> SPENDING =
      new CoderType<>(Spending.class, new SpendingCoder());

  private Types() {}
}
