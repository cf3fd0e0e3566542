package weir.dashboard.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import weir.dashboard.access.Role;

/** Every address of a page, for tests of other rooms. */
public final class Addresses {
  private Addresses() {}

  /**
   * An address.
   *
   * @param needed the least role; none if anybody may ask
   * @param forAccounts whether it is of use only where there are accounts
   * @param cookieOnly whether a token is of no use there
   */
  public record Told(
      String method, String path, Optional<Role> needed, boolean forAccounts, boolean cookieOnly) {}

  public static Stream<Told> all() {
    return Arrays.stream(Address.values())
        .map(
            each ->
                new Told(
                    each.method().name(),
                    each.path(),
                    each.need().role(),
                    each.need().isForAccounts(),
                    each.about().cookieOnly()));
  }
}
