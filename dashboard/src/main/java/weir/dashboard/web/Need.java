package weir.dashboard.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Role;

/** Who may ask an address. */
enum Need {
  ANYBODY(null),
  READER(Role.READER),
  ANALYST(Role.ANALYST),
  APPROVER(Role.APPROVER),
  ADMIN(Role.ADMIN);

  private final Optional<Role> role;

  Need(@Nullable Role role) {
    this.role = Optional.ofNullable(role);
  }

  /** The least role; none if one need not sign in. */
  Optional<Role> role() {
    return role;
  }
}
