package weir.dashboard.oidc;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Role;

/** The role that a provider gives somebody, by a claim that it was told to send. */
final class Roles {
  private static final String PREFIX = "weir-";

  private Roles() {}

  /**
   * The highest one.
   *
   * @param claim its name, or where it is inside others, with dots
   */
  static Optional<Role> of(Map<String, Object> claims, String claim) {
    Object told = claims.containsKey(claim) ? claims.get(claim) : inside(claims, claim);
    List<String> named =
        told instanceof Collection<?> all
            ? all.stream().map(String::valueOf).toList()
            : told instanceof String one ? Arrays.asList(one.split("[ ,]+", -1)) : List.of();
    return Arrays.stream(Role.values())
        .filter(role -> named.stream().anyMatch(name -> isNamed(role, name)))
        .reduce((lower, higher) -> higher);
  }

  /** Keycloak names groups with a slash before them. */
  private static boolean isNamed(Role role, String name) {
    return name.replaceFirst("^/", "").equals(PREFIX + role.code());
  }

  private static @Nullable Object inside(Map<String, Object> claims, String path) {
    Object at = claims;
    for (String name : path.split("\\.", -1)) {
      at = at instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return at;
  }
}
