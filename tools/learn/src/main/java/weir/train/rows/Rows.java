package weir.train.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.learn.InputScale;

/**
 * Transactions as rows of whole numbers. A row takes four bytes for each input and some twenty
 * beside, so 1.5 million rows of 30 inputs are 210 MB.
 */
public final class Rows {
  /**
   * When a label became known that there is not: a transaction is no fraud, or not known as one.
   */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int ROWS_PER_CHUNK = 1 << 14;

  private final int inputs;
  private final List<int[]> chunks;
  private final long[] times;
  private final long[] fraudKnownAt;
  private final int[] users;
  private final List<String> userIds;

  private Rows(Builder builder) {
    inputs = builder.inputs;
    chunks = List.copyOf(builder.chunks);
    times = Arrays.copyOf(builder.times, builder.size);
    fraudKnownAt = Arrays.copyOf(builder.fraudKnownAt, builder.size);
    users = Arrays.copyOf(builder.users, builder.size);
    userIds = List.copyOf(builder.numbers.keySet());
  }

  /** For rows of so many inputs. */
  public static Builder builder(int inputs) {
    return new Builder(inputs);
  }

  public int size() {
    return times.length;
  }

  public int inputs() {
    return inputs;
  }

  public int value(int row, int input) {
    return chunks.get(row / ROWS_PER_CHUNK)[row % ROWS_PER_CHUNK * inputs + input];
  }

  /** The event time of the transaction. */
  public long time(int row) {
    return times[row];
  }

  public String user(int row) {
    return userIds.get(users[row]);
  }

  /** The log time from which on the transaction was labelled as fraud, or {@link #NEVER}. */
  public long fraudKnownAt(int row) {
    return fraudKnownAt[row];
  }

  /** Takes rows in any order: what is learned depends on the set of them. */
  public static final class Builder {
    private final int inputs;
    private final List<int[]> chunks = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private long[] times = new long[1024];
    private long[] fraudKnownAt = new long[1024];
    private int[] users = new int[1024];
    private int size;

    private Builder(int inputs) {
      this.inputs = inputs;
    }

    /**
     * Adds a transaction.
     *
     * @param values of all inputs in their scales, see {@link InputScale}
     * @param time its event time
     * @param labelledAt the log time from which on it was labelled as fraud, or {@link #NEVER}
     */
    public Builder add(long[] values, long time, String user, long labelledAt) {
      if (values.length != inputs) {
        throw new IllegalArgumentException(
            "found " + values.length + " values, expected " + inputs);
      }
      if (size % ROWS_PER_CHUNK == 0) {
        chunks.add(new int[ROWS_PER_CHUNK * inputs]);
      }
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        fraudKnownAt = Arrays.copyOf(fraudKnownAt, 2 * size);
        users = Arrays.copyOf(users, 2 * size);
      }
      int[] chunk = chunks.get(chunks.size() - 1);
      int begin = size % ROWS_PER_CHUNK * inputs;
      for (int i = 0; i < inputs; i++) {
        if (values[i] < InputScale.MISSING || values[i] > InputScale.LIMIT) {
          throw new IllegalArgumentException("found the value " + values[i] + ", beyond any scale");
        }
        chunk[begin + i] = (int) values[i];
      }
      times[size] = time;
      fraudKnownAt[size] = labelledAt;
      users[size] = numbers.computeIfAbsent(user, each -> numbers.size());
      size++;
      return this;
    }

    public int size() {
      return size;
    }

    public Rows build() {
      return new Rows(this);
    }
  }
}
