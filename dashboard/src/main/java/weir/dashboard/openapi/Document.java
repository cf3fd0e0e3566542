package weir.dashboard.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A document of OpenAPI 3.1 about all addresses. */
public final class Document {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String DESCRIPTION = "description";
  private static final String SCHEMA = "schema";
  private static final String TOKEN = "token";
  private static final String COOKIE = "cookie";
  private static final String BESIDE = "beside";

  /**
   * What stands at its beginning.
   *
   * @param version of the program
   * @param says what callers of all addresses must know
   * @param beside the header that browsers send beside the cookie
   */
  public record Head(String title, String version, String says, String cookie, String beside) {}

  private final Schemas schemas;
  private final Class<? extends Record> fault;

  /**
   * A document.
   *
   * @param fault the answer to a failed request
   */
  public Document(Schemas schemas, Class<? extends Record> fault) {
    this.schemas = schemas;
    this.fault = fault;
  }

  public ObjectNode of(Head head, List<Operation> operations) {
    ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", head.title())
        .put("version", head.version())
        .put(DESCRIPTION, head.says());
    ObjectNode paths = document.putObject("paths");
    for (Operation each : operations) {
      ObjectNode path =
          paths.get(each.path()) instanceof ObjectNode known ? known : paths.putObject(each.path());
      path.set(each.method().toLowerCase(Locale.ROOT), operation(each));
    }
    ObjectNode components = document.putObject("components");
    ObjectNode all = components.putObject("schemas");
    schemas.all().forEach(all::set);
    ObjectNode ways = components.putObject("securitySchemes");
    ways.putObject(TOKEN)
        .put("type", "http")
        .put("scheme", "bearer")
        .put(DESCRIPTION, "./weir users token makes one");
    ways.set(COOKIE, key("cookie", head.cookie(), "The session of a browser"));
    ways.set(
        BESIDE, key("header", head.beside(), "Whatever changes something needs it with a cookie"));
    return document;
  }

  private static ObjectNode key(String in, String name, String says) {
    return JSON.objectNode()
        .put("type", "apiKey")
        .put("in", in)
        .put("name", name)
        .put(DESCRIPTION, says);
  }

  private ObjectNode operation(Operation operation) {
    About about = operation.about();
    ObjectNode told =
        JSON.objectNode().put("operationId", operation.id()).put("summary", about.summary());
    operation
        .role()
        .ifPresent(role -> told.put(DESCRIPTION, "Needs the role " + role + ", or a higher one."));
    told.set("security", security(operation));
    if (!about.query().isEmpty()) {
      ArrayNode parameters = told.putArray("parameters");
      about.query().forEach(each -> parameters.add(parameter(each)));
    }
    if (about.body() != null) {
      ObjectNode body = told.putObject("requestBody").put("required", true);
      body.putObject("content").putObject("application/json").set(SCHEMA, schemas.of(about.body()));
    }
    ObjectNode responses = told.putObject("responses");
    statuses(operation)
        .forEach(
            (status, each) ->
                responses.set(
                    String.valueOf(status), response(about, each.says(), each.answers())));
    responses.set("default", response(about, "Any other fault", /* answers= */ false));
    return told;
  }

  private static ArrayNode security(Operation operation) {
    ArrayNode ways = JSON.arrayNode();
    About about = operation.about();
    if (about.optional()) {
      ways.addObject();
    }
    if (operation.role().isPresent() || about.optional()) {
      if (!about.cookieOnly()) {
        ways.addObject().putArray(TOKEN);
      }
      ObjectNode browser = ways.addObject();
      browser.putArray(COOKIE);
      if (operation.changes()) {
        browser.putArray(BESIDE);
      }
    }
    return ways;
  }

  private static ObjectNode parameter(Parameter parameter) {
    ObjectNode told =
        JSON.objectNode()
            .put("name", parameter.name())
            .put("in", "query")
            .put(DESCRIPTION, parameter.says())
            .put("required", parameter.required());
    told.set(
        SCHEMA,
        switch (parameter.kind()) {
          case TEXT ->
              parameter.values().isEmpty()
                  ? JSON.objectNode().put("type", "string")
                  : Schemas.oneOf(parameter.values());
          case WHOLE_NUMBER -> JSON.objectNode().put("type", "integer").put("format", "int64");
          case TIME -> JSON.objectNode().put("type", "string").put("format", "date-time");
        });
    return told;
  }

  /** The statuses that follow from who may ask and what is sent, and those that do not. */
  private static Map<Integer, About.Status> statuses(Operation operation) {
    About about = operation.about();
    Map<Integer, About.Status> all = new TreeMap<>();
    all.put(
        about.isRedirect() ? 302 : 200,
        new About.Status(about.isRedirect() ? "Go there" : "The answer", /* answers= */ true));
    fault(all, 403, "The role does not allow this, or another site asks");
    boolean known = operation.role().isPresent() || about.optional();
    if (known) {
      fault(all, 401, "Nobody has signed in, or the token is wrong or ended");
      fault(all, 429, "Too many wrong tokens came from this address");
      fault(all, 503, "A server is away");
    }
    if (known || !about.query().isEmpty() || about.body() != null) {
      fault(all, 400, "What was sent makes no sense");
    }
    if (about.body() != null) {
      fault(all, 413, "The body is longer than 16 KiB");
      fault(all, 415, "The body is not said to be application/json");
    }
    all.putAll(about.others());
    return all;
  }

  private static void fault(Map<Integer, About.Status> all, int status, String says) {
    all.put(status, new About.Status(says, /* answers= */ false));
  }

  private ObjectNode response(About about, String says, boolean answers) {
    ObjectNode told = JSON.objectNode().put(DESCRIPTION, says);
    if (answers && about.isRedirect()) {
      return told;
    }
    ObjectNode content = told.putObject("content");
    if (!answers) {
      content.putObject("application/json").set(SCHEMA, schemas.of(fault));
      return told;
    }
    ObjectNode media = content.putObject(about.media());
    media.set(SCHEMA, answer(about, about.answer()));
    return told;
  }

  private ObjectNode answer(About about, @Nullable Class<? extends Record> answer) {
    if (answer == null) {
      return JSON.objectNode().put("type", about.isJson() ? "object" : "string");
    }
    ObjectNode one = schemas.of(answer);
    return about.list() ? JSON.objectNode().put("type", "array").set("items", one) : one;
  }
}
