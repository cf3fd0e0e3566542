package weir.bench.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import weir.coders.AcceptedCoder;
import weir.coders.DossierCoder;
import weir.coders.HistoryCoder;
import weir.coders.JudgementCoder;
import weir.coders.KeyHistoryCoder;
import weir.coders.LogRecordCoder;
import weir.coders.SpendingCoder;
import weir.history.History;
import weir.judge.KeyHistory;
import weir.model.Accepted;
import weir.model.Dossier;
import weir.model.Judgement;
import weir.model.LogRecord;
import weir.rules.Spending;

/** The types that Flink sends or keeps, each with the pipeline's own binary form. */
final class Types {
  static final TypeInformation<LogRecord> LOG_RECORD =
      new CoderType<>(LogRecord.class, LogRecordCoder.of());
  static final TypeInformation<Accepted> RECEIVED =
      new CoderType<>(Accepted.class, AcceptedCoder.of());
  static final TypeInformation<Judgement> JUDGEMENT =
      new CoderType<>(Judgement.class, JudgementCoder.of());
  static final TypeInformation<History> HISTORY =
      new CoderType<>(History.class, new HistoryCoder());
  static final TypeInformation<Dossier> DOSSIER = new CoderType<>(Dossier.class, DossierCoder.of());
  static final TypeInformation<KeyHistory> KEY_HISTORY =
      new CoderType<>(KeyHistory.class, new KeyHistoryCoder());
  static final TypeInformation<Spending> SPENDING =
      new CoderType<>(Spending.class, new SpendingCoder());

  private Types() {}
}
