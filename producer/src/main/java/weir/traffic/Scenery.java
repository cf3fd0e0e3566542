package weir.traffic;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/**
 * What a payment is part of.
 *
 * @param kind the name of the kind of scene, as labels say it
 */
record Scenery(String kind, boolean isFraud, String campaignId) {

  Label label(Transaction tx) {
    return new Label(tx.id(), tx.userId(), tx.time(), kind, isFraud, campaignId, said(tx));
  }

  private static SortedMap<String, String> said(Transaction tx) {
    SortedMap<String, String> said = new TreeMap<>();
    put("merchantId", tx.merchantId(), said);
    put("category", tx.category(), said);
    put("paymentMethod", tx.paymentMethod(), said);
    put("city", tx.city(), said);
    put("country", tx.country(), said);
    put("deviceId", tx.deviceId(), said);
    return said;
  }

  private static void put(String name, @Nullable String value, Map<String, String> said) {
    if (value != null) {
      said.put(name, value);
    }
  }
}
