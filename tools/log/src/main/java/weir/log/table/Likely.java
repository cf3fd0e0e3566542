package weir.log.table;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import weir.files.Suggestion;

/** Which column of a table a field probably is. */
final class Likely {
  /** What others call the fields that every payment has. */
  private static final Map<String, List<String>> OTHERWISE =
      Map.of(
          "transactionId",
          List.of("id", "paymentid", "txid", "txnid", "transid", "transactionnumber", "reference"),
          "userId",
          List.of("user", "customerid", "customer", "clientid", "accountid", "account", "cardid"),
          "amount",
          List.of("value", "total", "amt", "transactionamount", "sum"),
          "currency",
          List.of("currencycode", "ccy", "curr"),
          Wanted.TIMESTAMP,
          List.of(
              "time",
              "datetime",
              "date",
              "createdat",
              "eventtime",
              "transactiontime",
              "transactiondate",
              "paidat"),
          "fraud",
          List.of("isfraud", "fraudulent", "label", "chargeback"));

  private Likely() {}

  static Optional<String> of(String field, Collection<String> columns) {
    return called(plain(field), columns)
        .or(
            () ->
                OTHERWISE.getOrDefault(field, List.of()).stream()
                    .flatMap(name -> called(name, columns).stream())
                    .findFirst())
        .or(() -> Suggestion.of(field, columns));
  }

  private static Optional<String> called(String name, Collection<String> columns) {
    return columns.stream().filter(column -> plain(column).equals(name)).findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
