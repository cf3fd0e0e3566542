package weir.dashboard.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Role;

/** Who may ask an address. */
enum Need {
  ANYBODY(null),
  /** Whoever looks at the page, without accounts too. */
  READER(Role.READER),
  /** A reader who has signed in: without accounts there is nothing to see. */
  MEMBER(Role.READER),
  ANALYST(Role.ANALYST),
  APPROVER(Role.APPROVER),
  ADMIN(Role.ADMIN);

  private final Optional<Role> role;

  Need(@Nullable Role role) {
    this.role = Optional.ofNullable(role);
  }

  /** Whether it is of use only where there are accounts. */
  boolean isForAccounts() {
    return this != ANYBODY && this != READER;
  }

  /** The least role; none if one need not sign in. */
  Optional<Role> role() {
    return role;
  }
}
