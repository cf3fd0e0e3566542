package weir.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/**
 * What a row of a table or a file tells of a verdict.
 *
 * @param severity absent if no rule fired
 * @param fired ids of the rules that fired
 * @param score what a model gave it; absent without one
 * @param book the number of the book that judged it
 */
public record VerdictRow(
    Transaction transaction,
    boolean flagged,
    @Nullable String severity,
    List<String> fired,
    @Nullable Integer score,
    int book,
    long seen) {}
