package weir.bench.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.sql.streaming.GroupState;
import scala.Tuple2;
import scala.Tuple3;
import weir.bench.twin.AnswerTopics;
import weir.bench.twin.HandJudge;
import weir.bench.twin.TwinOptions;
import weir.bench.twin.UserMemory;
import weir.bench.twin.UserMemoryForm;
import weir.coders.AcceptedCoder;
import weir.coders.RejectedCoder;
import weir.model.Accepted;
import weir.model.Judgement;

/**
 * Judges all records of one user in a batch, in the order of the log: of two uses of an id the
 * first stands.
 */
final class JudgeRows
    implements FlatMapGroupsWithStateFunction<
        String, Tuple2<String, byte[]>, byte[], Tuple3<String, byte[], byte[]>> {
  private static final long serialVersionUID = 1L;

  private static final Comparator<Accepted> LOG_ORDER =
      Comparator.<Accepted>comparingInt(each -> each.position().partition())
          .thenComparingLong(each -> each.position().offset());

  private final HandJudge judge;
  private final AnswerTopics answers;

  JudgeRows(TwinOptions options) {
    this.judge = new HandJudge(options.book());
    this.answers = options.answers("OnStructuredStreaming");
  }

  @Override
  public Iterator<Tuple3<String, byte[], byte[]>> call(
      String user, Iterator<Tuple2<String, byte[]>> rows, GroupState<byte[]> state) {
    List<Tuple3<String, byte[], byte[]>> said = new ArrayList<>();
    Consumer<Judgement> says = judgement -> said.add(row(judgement));
    if (user.equals(ExamineRow.NOBODY)) {
      rows.forEachRemaining(row -> says.accept(Bytes.read(row._2(), RejectedCoder.of())));
    } else {
      judge(inLogOrder(rows), state, says);
    }
    return said.iterator();
  }

  private static List<Accepted> inLogOrder(Iterator<Tuple2<String, byte[]>> rows) {
    List<Accepted> arrivals = new ArrayList<>();
    rows.forEachRemaining(row -> arrivals.add(Bytes.read(row._2(), AcceptedCoder.of())));
    arrivals.sort(LOG_ORDER);
    return arrivals;
  }

  private void judge(List<Accepted> arrivals, GroupState<byte[]> state, Consumer<Judgement> says) {
    UserMemory memory = state.exists() ? UserMemoryForm.read(state.get()) : UserMemory.empty();
    boolean changed = false;
    for (Accepted each : arrivals) {
      changed |= judge.judge(memory, each, says);
    }
    if (changed) {
      state.update(UserMemoryForm.write(memory));
    }
  }

  private Tuple3<String, byte[], byte[]> row(Judgement judgement) {
    ProducerRecord<byte[], byte[]> answer = answers.record(judgement);
    return new Tuple3<>(answer.topic(), answer.key(), answer.value());
  }
}
