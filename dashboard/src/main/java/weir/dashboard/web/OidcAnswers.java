package weir.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Access;
import weir.dashboard.access.Door;
import weir.dashboard.access.Session;
import weir.dashboard.access.SignIn;
import weir.dashboard.oidc.Provider;
import weir.dashboard.oidc.RefusedException;
import weir.dashboard.store.Database;

/** Signing in by a provider. It always ends at the sign-in page, which goes on from there. */
final class OidcAnswers {
  /** The session's cookie is not shown to an address that another site leads to; this page is. */
  private static final String ARRIVED = Signpost.SIGN_IN + "#back";

  private static final String TROUBLE = Signpost.SIGN_IN + "#trouble=";

  private final Access access;
  private final SignIn signIn;
  private final Gate gate;
  private final Cookies cookies;
  private final FlowCookie flow;
  private final Additions additions;

  OidcAnswers(
      Access access,
      SignIn signIn,
      Gate gate,
      Cookies cookies,
      FlowCookie flow,
      Additions additions) {
    this.access = access;
    this.signIn = signIn;
    this.gate = gate;
    this.cookies = cookies;
    this.flow = flow;
    this.additions = additions;
  }

  /**
   * Whether there is a provider.
   *
   * @param provider its host; absent if there is none
   */
  public record Offer(@Nullable String provider) {}

  void addTo(Map<Address, Handler> all) {
    all.put(Address.OIDC, this::offer);
    all.put(Address.OIDC_BEGIN, this::begin);
    all.put(Address.OIDC_BACK, this::back);
  }

  private void offer(Context context) {
    WebServer.answer(context, new Offer(additions.provider().map(Provider::host).orElse(null)));
  }

  private void begin(Context context) {
    Provider provider = provider();
    if (gate.knownDoor() != Door.SIGNED_IN) {
      throw new NotFoundResponse("There is nothing to sign in to");
    }
    context.header("Cache-Control", "no-store");
    try {
      Provider.Begun begun = provider.begin(before(context), address());
      flow.write(context, begun.cookie());
      context.redirect(begun.address().toString(), HttpStatus.FOUND);
    } catch (RefusedException refused) {
      context.redirect(TROUBLE + refused.why().code(), HttpStatus.FOUND);
    }
  }

  /** While PostgreSQL is away, the session before is not known; it ends by itself. */
  private String before(Context context) {
    try {
      return gate.find(context).map(Session::id).orElse("");
    } catch (SQLException away) {
      return "";
    }
  }

  private void back(Context context) throws SQLException {
    Provider provider = provider();
    Optional<Database> desk = access.desk();
    if (gate.knownDoor() != Door.SIGNED_IN || desk.isEmpty()) {
      throw new NotFoundResponse("There is nothing to sign in to");
    }
    context.header("Cache-Control", "no-store");
    String kept = flow.read(context);
    if (kept == null) {
      // Whoever began here has it: others are told so without a look at what they sent.
      context.redirect(TROUBLE + RefusedException.Why.STALE.code(), HttpStatus.FOUND);
      return;
    }
    if (!signIn.attempt(context.ip()).pause().isZero()) {
      context.redirect(TROUBLE + "often", HttpStatus.FOUND);
      return;
    }
    flow.delete(context);
    String end = ARRIVED;
    try {
      Provider.Ended ended = provider.end(asked(context), kept, address());
      String token =
          signIn.byProvider(desk.get(), ended.guest(), ended.before(), context.ip()).token();
      if (token == null) {
        end = TROUBLE + RefusedException.Why.ROLE.code();
      } else {
        cookies.write(context, token);
      }
    } catch (RefusedException refused) {
      signIn.refused(desk.get(), "by the provider: " + refused.getMessage(), context.ip());
      end = TROUBLE + refused.why().code();
    }
    context.redirect(end, HttpStatus.FOUND);
  }

  private URI asked(Context context) throws RefusedException {
    String query = context.queryString();
    try {
      return URI.create(address() + "?" + (query == null ? "" : query));
    } catch (IllegalArgumentException foreign) {
      throw RefusedException.unreadable();
    }
  }

  /** Where the provider sends browsers back to: it is told so, and knows no other. */
  private URI address() {
    return URI.create(additions.page().get().replaceFirst("/+$", "") + Address.OIDC_BACK.path());
  }

  private Provider provider() {
    return additions
        .provider()
        .orElseThrow(() -> new NotFoundResponse("There is no provider to sign in by"));
  }
}
