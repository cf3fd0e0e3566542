package weir.dashboard.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Guest;
import weir.dashboard.access.Role;
import weir.dashboard.oidc.RefusedException.Why;

/** Sends browsers to the provider, and finds out who comes back. */
public final class Provider {
  /** Each takes a thread of the server while the provider thinks. */
  private static final int AT_ONCE = 8;

  /**
   * A sign-in that begins.
   *
   * @param address where the browser is to go
   * @param cookie what it is to keep until it comes back
   */
  public record Begun(URI address, String cookie) {}

  /**
   * A sign-in that succeeded.
   *
   * @param before the session that the browser had, or nothing
   */
  public record Ended(Guest guest, String before) {}

  private final OidcSettings settings;
  private final Endpoints endpoints;
  private final Flows flows = new Flows(System::currentTimeMillis);
  private final Semaphore places = new Semaphore(AT_ONCE);

  public Provider(OidcSettings settings) {
    this.settings = settings;
    endpoints = new Endpoints(settings);
  }

  /** Its host, as people know it. */
  public String host() {
    return settings.issuer().getRawAuthority().toLowerCase(Locale.ROOT);
  }

  private interface Step<T> {
    T take() throws RefusedException;
  }

  private <T> T inPlace(Step<T> step) throws RefusedException {
    if (!places.tryAcquire()) {
      throw new RefusedException(Why.BUSY, "too many sign in at once");
    }
    try {
      return step.take();
    } finally {
      places.release();
    }
  }

  /**
   * Begins.
   *
   * @param before the session that the browser has, or nothing
   * @param back where the provider sends it afterwards
   */
  public Begun begin(String before, URI back) throws RefusedException {
    OIDCProviderMetadata metadata = inPlace(endpoints::metadata);
    Flows.Flow flow = flows.begin(before);
    URI address =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope("openid", "profile"),
                new ClientID(settings.client()),
                back)
            .endpointURI(metadata.getAuthorizationEndpointURI())
            .state(new State(flows.state(flow)))
            .nonce(new Nonce(flows.nonce(flow)))
            .codeChallenge(new CodeVerifier(flows.verifier(flow)), CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Begun(address, flows.seal(flow));
  }

  /**
   * Finds out who came back.
   *
   * @param asked the address with all that the provider added
   * @param cookie what the browser kept
   */
  public Ended end(URI asked, @Nullable String cookie, URI back) throws RefusedException {
    Flows.Flow flow =
        flows
            .open(cookie == null ? "" : cookie)
            .orElseThrow(() -> new RefusedException(Why.STALE, "not begun here, or too old"));
    AuthenticationResponse answer = parsed(asked);
    State state = answer.getState();
    if (state == null || !Flows.same(state.getValue(), flows.state(flow))) {
      throw new RefusedException(Why.STALE, "another state");
    }
    if (!flows.use(flow)) {
      throw new RefusedException(Why.STALE, "used before");
    }
    Issuer named = answer.getIssuer();
    if (named != null && !named.getValue().equals(settings.issuer().toString())) {
      throw new RefusedException(Why.INVALID, "another issuer");
    }
    if (!answer.indicatesSuccess()) {
      throw new RefusedException(
          Why.DENIED, String.valueOf(answer.toErrorResponse().getErrorObject().getCode()));
    }
    AuthorizationCode code = answer.toSuccessResponse().getAuthorizationCode();
    if (code == null) {
      throw new RefusedException(Why.INVALID, "no code");
    }
    IDTokenClaimsSet claims =
        inPlace(
            () ->
                endpoints.claims(
                    code,
                    back,
                    new CodeVerifier(flows.verifier(flow)),
                    new Nonce(flows.nonce(flow))));
    return new Ended(guest(claims), flow.before());
  }

  private static AuthenticationResponse parsed(URI asked) throws RefusedException {
    try {
      return AuthenticationResponseParser.parse(asked);
    } catch (ParseException | IllegalArgumentException foreign) {
      throw new RefusedException(Why.INVALID, "no answer of a provider");
    }
  }

  private Guest guest(IDTokenClaimsSet claims) {
    Map<String, Object> all = claims.toJSONObject();
    String subject = Objects.requireNonNull(claims.getSubject()).getValue();
    Object name = all.getOrDefault("preferred_username", all.getOrDefault("email", subject));
    @Nullable Role role = Roles.of(all, settings.role()).orElse(null);
    return new Guest(settings.issuer().toString(), host(), subject, String.valueOf(name), role);
  }
}
