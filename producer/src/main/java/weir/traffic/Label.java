package weir.traffic;

/**
 * The truth about one staged transaction, which is an attack or something honest that looks like
 * one.
 *
 * @param time event time of the transaction in epoch milliseconds
 * @param kind what the transaction is an instance of, such as card-testing
 * @param campaignId the same for all transactions of one scene
 */
public record Label(
    String transactionId,
    String userId,
    long time,
    String kind,
    boolean isFraud,
    String campaignId) {}
