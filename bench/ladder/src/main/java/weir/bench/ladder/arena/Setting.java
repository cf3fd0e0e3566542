package weir.bench.ladder.arena;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run depends on besides the backlog.
 *
 * @param rules the rule book; the default one if absent
 * @param warmFrom the share of the log from which a contestant is warm
 */
public record Setting(int parallelism, @Nullable Path rules, double warmFrom) {}
