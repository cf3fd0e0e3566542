package weir.dashboard.web;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import weir.dashboard.oidc.Provider;

/**
 * What not every page has.
 *
 * @param provider by whom people may sign in
 * @param page where browsers reach the page
 * @param meters what other parts measure
 */
public record Additions(
    Optional<Provider> provider, Supplier<String> page, List<MeterBinder> meters) {
  static final Additions NONE = new Additions(Optional.empty(), () -> "", List.of());
}
