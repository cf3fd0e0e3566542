package weir.train.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.learn.InputScale;

/**
 * Transactions as rows of whole numbers. A row takes four bytes for each input and some forty
 * beside, so 1.5 million rows of 30 inputs are 240 MB.
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
  private final long[] clearedAt;
  private final long[] fired;
  private final int[] users;
  private final List<String> userIds;
  private final Map<Integer, String> kinds;

  private Rows(Builder builder) {
    inputs = builder.inputs;
    chunks = List.copyOf(builder.chunks);
    times = Arrays.copyOf(builder.times, builder.size);
    fraudKnownAt = Arrays.copyOf(builder.fraudKnownAt, builder.size);
    clearedAt = Arrays.copyOf(builder.clearedAt, builder.size);
    fired = Arrays.copyOf(builder.fired, builder.size);
    users = Arrays.copyOf(builder.users, builder.size);
    userIds = List.copyOf(builder.numbers.keySet());
    kinds = Map.copyOf(builder.kinds);
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

  /** The log time from which on that was taken back, or {@link #NEVER}. */
  public long clearedAt(int row) {
    return clearedAt[row];
  }

  /** Whether the transaction is known as fraud by what was said before a log time. */
  public boolean isFraud(int row, long before) {
    return fraudKnownAt[row] < before && clearedAt[row] >= before;
  }

  /** The rules of the book that flag the transaction, a bit for each. */
  public long fired(int row) {
    return fired[row];
  }

  /** Of what kind its label says the transaction is; empty if none says any. */
  public String kind(int row) {
    return kinds.getOrDefault(row, "");
  }

  /** Takes rows in any order: what is learned depends on the set of them. */
  public static final class Builder {
    private final int inputs;
    private final List<int[]> chunks = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, String> kinds = new HashMap<>();
    private long[] times = new long[1024];
    private long[] fraudKnownAt = new long[1024];
    private long[] clearedAt = new long[1024];
    private long[] fired = new long[1024];
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
      if (size % ROWS_PER_CHUNK == 0) {
        chunks.add(new int[ROWS_PER_CHUNK * inputs]);
      }
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        fraudKnownAt = Arrays.copyOf(fraudKnownAt, 2 * size);
        clearedAt = Arrays.copyOf(clearedAt, 2 * size);
        fired = Arrays.copyOf(fired, 2 * size);
        users = Arrays.copyOf(users, 2 * size);
      }
      set(size, values);
      times[size] = time;
      label(size, labelledAt, NEVER);
      users[size] = numbers.computeIfAbsent(user, each -> numbers.size());
      size++;
      return this;
    }

    /** Gives a row other values, since more is known. */
    public void set(int row, long[] values) {
      if (values.length != inputs) {
        throw new IllegalArgumentException(
            "found " + values.length + " values, expected " + inputs);
      }
      int[] chunk = chunks.get(row / ROWS_PER_CHUNK);
      int begin = row % ROWS_PER_CHUNK * inputs;
      for (int i = 0; i < inputs; i++) {
        if (values[i] < InputScale.MISSING || values[i] > InputScale.LIMIT) {
          throw new IllegalArgumentException("found the value " + values[i] + ", beyond any scale");
        }
        chunk[begin + i] = (int) values[i];
      }
    }

    /**
     * Says from when until when a transaction is labelled as fraud.
     *
     * @param from a log time, or {@link #NEVER}
     * @param until the log time from which on it is taken back, or {@link #NEVER}
     */
    public void label(int row, long from, long until) {
      fraudKnownAt[row] = from;
      clearedAt[row] = until;
    }

    /** Says of what kind a transaction is. */
    public void kind(int row, String kind) {
      kinds.put(row, kind);
    }

    /** Says whether a rule of the book flags a transaction. */
    public void fired(int row, int rule, boolean does) {
      long bit = 1L << rule;
      fired[row] = does ? fired[row] | bit : fired[row] & ~bit;
    }

    public int size() {
      return size;
    }

    public int inputs() {
      return inputs;
    }

    public Rows build() {
      return new Rows(this);
    }
  }
}
