package weir.dashboard;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A provider of OpenID Connect on loopback, which lies as a test wants it to. */
final class FakeProvider implements AutoCloseable {
  static final String CLIENT = "weir";
  static final String SECRET = "the secret of the client";

  /** What it can get wrong. */
  enum Lie {
    NONE,
    NONCE,
    AUDIENCE,
    ISSUER,
    EXPIRED,
    UNSIGNED,
    ANOTHER_KEY,
    NO_CODE,
    FAILS
  }

  private final RSAKey key = key("one");
  private final RSAKey otherKey = key("one");
  private final int port;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private HttpServer server;
  volatile Lie lie = Lie.NONE;
  volatile String subject = "s-1";
  volatile String called = "Grace";
  volatile List<String> roles = List.of("weir-analyst");

  FakeProvider() throws IOException {
    server = open(0);
    port = server.getAddress().getPort();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + port;
  }

  void stop() {
    server.stop(0);
  }

  void restart() throws IOException {
    server = open(port);
  }

  private HttpServer open(int onPort) throws IOException {
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
    opened.createContext("/", this::answer);
    opened.start();
    return opened;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      switch (exchange.getRequestURI().getPath()) {
        case "/.well-known/openid-configuration" -> json(exchange, 200, description());
        case "/keys" -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        case "/authorize" -> authorize(exchange);
        case "/token" -> token(exchange);
        default -> json(exchange, 404, "{}");
      }
    } catch (JOSEException | GeneralSecurityException failed) {
      throw new IOException(failed);
    }
  }

  private String description() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
    "jwks_uri":"%1$s/keys","response_types_supported":["code"],
    "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}\
    """
        .formatted(issuer());
  }

  /** Lets everybody in at once. */
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    String code = "code-" + codes.size() + "-" + System.nanoTime();
    codes.put(code, asked);
    String answer = lie == Lie.NO_CODE ? "error=access_denied" : "code=" + code;
    exchange
        .getResponseHeaders()
        .add("Location", asked.get("redirect_uri") + "?" + answer + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange)
      throws IOException, JOSEException, GeneralSecurityException {
    Map<String, String> told =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(told.getOrDefault("code", ""));
    String client = Objects.toString(exchange.getRequestHeaders().getFirst("Authorization"));
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
    if (lie == Lie.FAILS) {
      json(exchange, 500, "{}");
    } else if (asked == null
        || !client.equals(expected)
        || !"S256".equals(asked.get("code_challenge_method"))
        || !sha256(told.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
        || !Objects.equals(told.get("redirect_uri"), asked.get("redirect_uri"))) {
      json(exchange, 400, "{\"error\":\"invalid_grant\"}");
    } else {
      json(
          exchange,
          200,
          "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\""
              + idToken(String.valueOf(asked.get("nonce")))
              + "\"}");
    }
  }

  private String idToken(String nonce) throws JOSEException {
    Instant now = Instant.now();
    Instant end = now.plus(lie == Lie.EXPIRED ? Duration.ofMinutes(-5) : Duration.ofMinutes(5));
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(lie == Lie.ISSUER ? "http://127.0.0.1:1" : issuer())
            .subject(subject)
            .audience(lie == Lie.AUDIENCE ? "another" : CLIENT)
            .issueTime(Date.from(end.minus(Duration.ofMinutes(10))))
            .expirationTime(Date.from(end))
            .claim("nonce", lie == Lie.NONCE ? "another" : nonce)
            .claim("preferred_username", called)
            .claim("realm_access", Map.of("roles", roles))
            .build();
    if (lie == Lie.UNSIGNED) {
      return new PlainJWT(claims).serialize();
    }
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(lie == Lie.ANOTHER_KEY ? otherKey : key));
    return token.serialize();
  }

  private static String sha256(String text) throws GeneralSecurityException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(each -> each.split("=", 2))
        .collect(
            Collectors.toMap(
                each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
  }

  private static void json(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
