package weir.dashboard.cases;

/**
 * What is no longer as it was when somebody decided.
 *
 * @param about an alert, a payment, or the figures in a currency
 */
public record Difference(String about, String field, String was, String is) {}
