package weir.contract;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import weir.book.RuleBook;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.NaiveRecords;
import weir.oracle.Oracle;

/**
 * Everything that a job has written or should have written, over all sinks, merged as every reader
 * must merge it.
 *
 * @param compacted what a compacted topic keeps: the last record of each key, without any merging
 */
public record Written(
    Answers topic,
    Answers compacted,
    Answers database,
    SortedMap<String, String> databaseVerdicts,
    Map<LogPosition, LogRecord> lakeRecords,
    SortedMap<String, String> lakeVerdicts,
    SortedMap<String, String> lakeAlerts) {

  /** What a job must write for this log, according to the oracle. */
  public static Written expected(RuleBook book, String topic, List<LogRecord> log) {
    Oracle.Truth truth = Oracle.truth(book, topic, log);
    Answers answers = truth.answers();
    SortedMap<String, String> verdicts = truth.verdicts();
    return new Written(
        answers, answers, answers, verdicts, byPlace(log), verdicts, answers.alerts());
  }

  /** The same, with only these records in the lake. */
  public Written withLakeRecords(List<LogRecord> some) {
    return new Written(
        topic, compacted, database, databaseVerdicts, byPlace(some), lakeVerdicts, lakeAlerts);
  }

  private static Map<LogPosition, LogRecord> byPlace(List<LogRecord> records) {
    return records.stream()
        .map(NaiveRecords::written)
        .collect(Collectors.toMap(LogRecord::position, Function.identity()));
  }
}
