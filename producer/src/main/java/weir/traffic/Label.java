package weir.traffic;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The truth about one staged transaction, which is an attack or something honest that looks like
 * one.
 *
 * @param time event time of the transaction in epoch milliseconds
 * @param kind what the transaction is an instance of, such as card-testing
 * @param campaignId the same for all transactions of one scene
 * @param payment what its record says besides, by which people may look at it: its shop, its device
 *     and so on, by the names of its fields
 */
public record Label(
    String transactionId,
    String userId,
    long time,
    String kind,
    boolean isFraud,
    String campaignId,
    SortedMap<String, String> payment) {

  public Label {
    payment = Collections.unmodifiableSortedMap(new TreeMap<>(payment));
  }
}
