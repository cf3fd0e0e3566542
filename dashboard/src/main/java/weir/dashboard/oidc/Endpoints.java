package weir.dashboard.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import weir.dashboard.oidc.RefusedException.Why;

/** Asks the provider itself, and believes nothing that its keys have not signed. */
final class Endpoints {
  private static final int TO_CONNECT_MILLIS = 3000;
  private static final int TO_ANSWER_MILLIS = 5000;
  private static final int MOST_BYTES_OF_KEYS = 1 << 20;
  private static final int OUR_FAULT = 400;
  private static final int SERVERS_FAULT = 500;
  private static final int CLOCKS_APART_SECONDS = 60;
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Others need a secret that the page shares, or are broken. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  private final OidcSettings settings;
  private @Nullable OIDCProviderMetadata metadata;
  private @Nullable IDTokenValidator validator;
  private long failedAtNanos = System.nanoTime() - AGAIN_NANOS;

  Endpoints(OidcSettings settings) {
    this.settings = settings;
  }

  /** What the provider says of itself; it is asked until it has answered once. */
  synchronized OIDCProviderMetadata metadata() throws RefusedException {
    if (metadata != null) {
      return metadata;
    }
    if (System.nanoTime() - failedAtNanos < AGAIN_NANOS) {
      throw new RefusedException(Why.AWAY, "the provider does not answer");
    }
    try {
      OIDCProviderMetadata told =
          OIDCProviderMetadata.resolve(
              new Issuer(settings.issuer()), TO_CONNECT_MILLIS, TO_ANSWER_MILLIS);
      if (told.getAuthorizationEndpointURI() == null
          || told.getTokenEndpointURI() == null
          || told.getJWKSetURI() == null) {
        throw new GeneralException("an endpoint is missing");
      }
      metadata = told;
      return told;
    } catch (GeneralException | IOException away) {
      failedAtNanos = System.nanoTime();
      throw new RefusedException(
          Why.AWAY, "the provider's description cannot be read: " + away.getMessage());
    }
  }

  /** Hands in a code, and returns what the token says if that holds. */
  IDTokenClaimsSet claims(AuthorizationCode code, URI back, CodeVerifier verifier, Nonce nonce)
      throws RefusedException {
    OIDCProviderMetadata known = metadata();
    JWT token = token(known, new AuthorizationCodeGrant(code, back, verifier));
    try {
      return validator(known).validate(token, nonce);
    } catch (KeySourceException away) {
      throw new RefusedException(Why.AWAY, "the provider's keys cannot be read");
    } catch (BadJOSEException | JOSEException wrong) {
      throw new RefusedException(Why.INVALID, String.valueOf(wrong.getMessage()));
    }
  }

  private JWT token(OIDCProviderMetadata known, AuthorizationCodeGrant grant)
      throws RefusedException {
    HTTPResponse answer;
    try {
      HTTPRequest request = request(known, grant).toHTTPRequest();
      request.setConnectTimeout(TO_CONNECT_MILLIS);
      request.setReadTimeout(TO_ANSWER_MILLIS);
      request.setFollowRedirects(false);
      answer = request.send();
    } catch (IOException away) {
      throw new RefusedException(Why.AWAY, "the provider does not take the code");
    }
    if (answer.getStatusCode() >= SERVERS_FAULT) {
      throw new RefusedException(Why.AWAY, "the provider answers " + answer.getStatusCode());
    }
    try {
      TokenResponse told = OIDCTokenResponseParser.parse(answer);
      if (told instanceof OIDCTokenResponse good) {
        JWT token = good.getOIDCTokens().getIDToken();
        if (token != null) {
          return token;
        }
      }
    } catch (ParseException foreign) {
      throw new RefusedException(Why.INVALID, "the provider's answer cannot be read");
    }
    throw new RefusedException(
        Why.INVALID,
        answer.getStatusCode() >= OUR_FAULT ? "the provider refused the code" : "no token");
  }

  private TokenRequest request(OIDCProviderMetadata known, AuthorizationCodeGrant grant) {
    ClientID client = new ClientID(settings.client());
    URI endpoint = known.getTokenEndpointURI();
    String secret = settings.secret();
    if (secret == null) {
      return new TokenRequest.Builder(endpoint, client, grant).build();
    }
    List<ClientAuthenticationMethod> methods = known.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return new TokenRequest.Builder(
            endpoint,
            basic
                ? new ClientSecretBasic(client, new Secret(secret))
                : new ClientSecretPost(client, new Secret(secret)),
            grant)
        .build();
  }

  private synchronized IDTokenValidator validator(OIDCProviderMetadata known)
      throws RefusedException {
    if (validator == null) {
      try {
        JWKSource<SecurityContext> keys =
            JWKSourceBuilder.create(
                    known.getJWKSetURI().toURL(),
                    new DefaultResourceRetriever(
                        TO_CONNECT_MILLIS, TO_ANSWER_MILLIS, MOST_BYTES_OF_KEYS))
                .refreshAheadCache(false)
                .build();
        validator =
            new IDTokenValidator(
                known.getIssuer(),
                new ClientID(settings.client()),
                new JWSVerificationKeySelector<>(ALGORITHMS, keys),
                null);
        validator.setMaxClockSkew(CLOCKS_APART_SECONDS);
      } catch (IOException | IllegalArgumentException foreign) {
        throw new RefusedException(Why.AWAY, "the provider's keys have no address");
      }
    }
    return validator;
  }
}
