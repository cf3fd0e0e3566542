package weir.bench.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;
import weir.model.Judgement;
import weir.model.TowardsTotal;
import weir.model.Transaction;

/** The key of a total: a user and a currency. */
final class Purse {
  static final TypeInformation<Tuple2<String, String>> TYPE =
      TupleTypeInfo.getBasicTupleTypeInfo(String.class, String.class);

  private Purse() {}

  static Tuple2<String, String> key(Judgement judgement) {
    Transaction tx = spentIn(judgement).transaction();
    return Tuple2.of(tx.userId(), tx.currency());
  }

  /** The transaction that counts; no other judgement goes to the totals. */
  static TowardsTotal spentIn(Judgement judgement) {
    if (judgement instanceof TowardsTotal spent) {
      return spent;
    }
    throw new IllegalArgumentException("not for a total: " + judgement);
  }
}
