package weir.oracle;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import weir.filter.Filter;
import weir.model.Alert;
import weir.model.Sha256;
import weir.model.Transaction;
import weir.rules.RuleHeader;

/**
 * Applies filters and modes to a transaction.
 *
 * @param logTime when a transaction reached the log
 */
record NaiveLook(NaiveLists lists, NaiveKeys keys, ToLongFunction<Transaction> logTime) {

  NaiveFeatures.Heard heard(Transaction tx) {
    return new NaiveFeatures.Heard(tx, logTime.applyAsLong(tx));
  }

  boolean passes(Filter filter, Transaction tx) {
    return NaiveFilter.matches(filter, tx, logTime.applyAsLong(tx), lists);
  }

  Alert.Mode mode(RuleHeader rule, Transaction tx) {
    String pair = rule.id() + "/" + tx.userId();
    byte[] hash = Sha256.begin().digest(pair.getBytes(StandardCharsets.UTF_8));
    BigInteger drawn = new BigInteger(1, Arrays.copyOf(hash, 8));
    if (drawn.mod(BigInteger.valueOf(10_000)).intValue() >= rule.audience().perTenThousand()) {
      return Alert.Mode.SHADOW;
    }
    return lists.has("snoozed", pair, logTime.applyAsLong(tx))
        ? Alert.Mode.SNOOZED
        : Alert.Mode.LIVE;
  }
}
