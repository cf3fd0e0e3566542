package weir.log;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.log.SmallRecords.START;
import static weir.log.SmallRecords.record;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes next of several partitions, whatever log times senders wrote. */
class MergeTest {
  private final List<Partition> partitions = new ArrayList<>();

  private void partition(Kind kind, long... times) {
    int number = partitions.size();
    Partition partition = new Partition(kind, kind.name(), number, Log.CLOCKS_MILLIS);
    for (int i = 0; i < times.length; i++) {
      partition.add(record(number, i, START + times[i]));
    }
    partition.end();
    partitions.add(partition);
  }

  private List<String> merged(Span span) {
    Merge merge = new Merge(partitions, span, dry -> {});
    List<String> merged = new ArrayList<>();
    for (Entry each = merge.next(); each != null; each = merge.next()) {
      merged.add(SmallRecords.text(each) + " at +" + (merge.reached() - START));
    }
    return merged;
  }

  @Test
  void comesByLogTimeAndLabelsFirst() {
    partition(Kind.TRANSACTIONS, 1, 5, 5, 9);
    partition(Kind.TRANSACTIONS, 2, 5);
    partition(Kind.LABELS, 5, 9);

    assertThat(merged(Span.ALL))
        .containsExactly(
            "T0/0 +1 at +1",
            "T1/0 +2 at +2",
            "L2/0 +5 at +5",
            "T0/1 +5 at +5",
            "T0/2 +5 at +5",
            "T1/1 +5 at +5",
            "L2/1 +9 at +9",
            "T0/3 +9 at +9");
  }

  @Test
  void aRecordWhoseTimeFallsComesBehindThoseBeforeIt() {
    partition(Kind.TRANSACTIONS, 1, 8, 3, 9, 10, 11, 12);
    partition(Kind.TRANSACTIONS, 2, 4, 8);

    assertThat(merged(Span.ALL))
        .startsWith(
            "T0/0 +1 at +1",
            "T1/0 +2 at +2",
            "T1/1 +4 at +4",
            "T0/1 +8 at +8",
            "T0/2 +3 at +8",
            "T1/2 +8 at +8",
            "T0/3 +9 at +9");
  }

  @Test
  void threeOfSevenTimesFarAheadHoldNothingUp() {
    partition(Kind.TRANSACTIONS, 1, 1_000_000, 1_000_001, 2_000_000, 3, 4, 6, 7, 8);
    partition(Kind.TRANSACTIONS, 2, 5, 9);

    assertThat(merged(Span.ALL))
        .containsExactly(
            "T0/0 +1 at +1",
            "T0/1 +1000000 at +1",
            "T0/2 +1000001 at +1",
            "T0/3 +2000000 at +1",
            "T1/0 +2 at +2",
            "T0/4 +3 at +3",
            "T0/5 +4 at +4",
            "T1/1 +5 at +5",
            "T0/6 +6 at +6",
            "T0/7 +7 at +7",
            "T0/8 +8 at +8",
            "T1/2 +9 at +9");
  }

  @Test
  void aTimeThatIsNoneComesWhereItStands() {
    partition(Kind.TRANSACTIONS, 1, -START - 1, 3);
    partition(Kind.TRANSACTIONS, 2);

    assertThat(merged(Span.ALL))
        .containsExactly(
            "T0/0 +1 at +1", "T0/1 +" + (-START - 1) + " at +1", "T1/0 +2 at +2", "T0/2 +3 at +3");
  }

  @Test
  void onlyWhatIsInTheSpanComes() {
    partition(Kind.TRANSACTIONS, 1, 2, 3, 4);
    partition(Kind.LABELS, 1, 2, 3, 4);

    assertThat(merged(new Span(START + 2, START + 4)))
        .containsExactly("L1/1 +2 at +2", "T0/1 +2 at +2", "L1/2 +3 at +3", "T0/2 +3 at +3");
  }
}
