package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weir.dashboard.access.Role;
import weir.dashboard.web.Addresses;

/** Every address and every role: what is not allowed is refused. */
@ExtendWith(SharedDesk.class)
@Timeout(120)
class RolesTest {
  private final DeskStage stage;

  RolesTest(DeskStage stage) {
    this.stage = stage;
  }

  /** How somebody shows who they are. */
  enum By {
    COOKIE,
    TOKEN
  }

  static Stream<Arguments> rolesByCookieAndToken() {
    return roles()
        .flatMap(role -> Stream.of(By.values()).map(by -> Arguments.of(role.get()[0], by)));
  }

  static Stream<Arguments> roles() {
    return Stream.concat(
            Stream.of(Optional.<Role>empty()), Stream.of(Role.values()).map(Optional::of))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("rolesByCookieAndToken")
  void everyAddressAnswersThoseItIsForAndNobodyElse(Optional<Role> role, By by) throws Exception {
    List<Addresses.Told> all = Addresses.all().toList();
    assertThat(all).hasSizeGreaterThan(10);
    Person person = somebody(role, by);
    for (Addresses.Told each : all) {
      int status = ask(person, each);
      boolean refused = status == 401 || status == 403;
      if (each.cookieOnly() && person.bearer != null) {
        assertThat(status).as("%s by a token", each).isEqualTo(400);
      } else if (each.needed().isEmpty()) {
        // A request without a name is none that could sign in.
        assertThat(refused).as("%s for %s", each, role).isFalse();
      } else if (role.isEmpty()) {
        assertThat(status).as("%s for a stranger", each).isEqualTo(401);
      } else if (role.get().covers(each.needed().get())) {
        assertThat(refused).as("%s for %s", each, role).isFalse();
      } else {
        assertThat(status).as("%s for %s", each, role).isEqualTo(403);
      }
      if (each.path().equals("/api/sign-out")) {
        person = somebody(role, by);
      }
    }
  }

  private Person somebody(Optional<Role> role, By by) throws Exception {
    if (role.isEmpty()) {
      return stage.stranger();
    }
    return by == By.COOKIE ? stage.somebody(role.get()) : stage.program(role.get());
  }

  /** Without what it needs, so that nothing comes of it: the stream would never end. */
  private static int ask(Person person, Addresses.Told address) throws Exception {
    String body = address.method().equals("GET") ? null : "{}";
    return person.ask(address.method(), address.path(), body).statusCode();
  }

  @ParameterizedTest
  @MethodSource("roles")
  void whatNobodyKnowsIsNotAnsweredEither(Optional<Role> role) throws Exception {
    Person person = somebody(role, By.COOKIE);
    for (String path : List.of("/api", "/api/", "/api/alerts/", "/api/nothing", "/API/ALERTS")) {
      int status = person.get(path).statusCode();
      // A slash at the end makes no other address.
      boolean same = path.equals("/api/alerts/");
      assertThat(status).as(path).isEqualTo(same ? (role.isPresent() ? 200 : 401) : 404);
    }
  }
}
