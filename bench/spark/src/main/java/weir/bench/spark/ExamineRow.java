package weir.bench.spark;

import org.apache.spark.api.java.function.MapFunction;
import scala.Tuple2;
import scala.Tuple4;
import weir.coders.AcceptedCoder;
import weir.coders.RejectedCoder;
import weir.judge.Acceptance;
import weir.model.Accepted;
import weir.model.Examined;
import weir.model.LogPosition;
import weir.model.Rejected;

/**
 * Sends a transaction to its user, and a rejected record to {@code NOBODY}. A stream has one sink,
 * so dead letters go the same way, and no user has an empty name.
 */
record ExamineRow(Acceptance acceptance)
    implements MapFunction<Tuple4<byte[], Integer, Long, Long>, Tuple2<String, byte[]>> {
  static final String NOBODY = "";

  @Override
  public Tuple2<String, byte[]> call(Tuple4<byte[], Integer, Long, Long> row) {
    LogPosition position = new LogPosition(row._2(), row._3(), row._4());
    Examined examined = acceptance.examine(row._1(), position);
    if (examined instanceof Accepted received) {
      return new Tuple2<>(
          received.transaction().userId(), Bytes.write(received, AcceptedCoder.of()));
    }
    return new Tuple2<>(NOBODY, Bytes.write((Rejected) examined, RejectedCoder.of()));
  }
}
