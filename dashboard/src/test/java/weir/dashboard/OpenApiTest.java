package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import weir.dashboard.access.Role;
import weir.dashboard.web.Addresses;

/** Whether the document says what the addresses really do. */
@ExtendWith(SharedDesk.class)
@Timeout(120)
class OpenApiTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String JSON = "application/json";
  private static final String ALERT = "oa-alert";
  private static final String USER = "oa-user";
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  /** What an address needs to answer, by its path. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "/api/alerts", "?user=" + USER + "&order=risk",
          "/api/grounds", "?user=" + USER,
          "/api/alert", "?id=" + ALERT,
          "/api/user", "?id=" + USER,
          "/api/dead-letters", "?reason=odd-for-openapi",
          "/api/decisions", "?user=" + USER);

  private final DeskStage stage;
  private JsonNode document = MissingNode.getInstance();

  OpenApiTest(DeskStage stage) {
    this.stage = stage;
  }

  @BeforeEach
  void readDocument() throws Exception {
    HttpResponse<String> answer = stage.stranger().get("/api/openapi.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    document = MAPPER.readTree(answer.body());
  }

  @Test
  void everyAddressIsDescribedAndEachByAnIdOfItsOwn() {
    Set<String> ids = new HashSet<>();
    for (Addresses.Told each : Addresses.all().toList()) {
      JsonNode operation = operation(each);
      assertThat(operation.path("summary").asText()).as("what %s does", each).endsWith(".");
      assertThat(ids.add(operation.path("operationId").asText())).as("the id of %s", each).isTrue();
      assertThat(
              operation.path("responses").has("302")
                  || !operation.at("/responses/200/content").isEmpty())
          .as("what %s answers", each)
          .isTrue();
    }
    assertThat(operations()).hasSameSizeAs(ids);
    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
  }

  @Test
  void everySchemaIsOneAndEveryReferenceLeadsSomewhere() {
    var ofSchemas =
        FACTORY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    JsonNode schemas = document.at("/components/schemas");
    assertThat(schemas).hasSizeGreaterThan(10);
    schemas
        .fields()
        .forEachRemaining(
            each -> assertThat(ofSchemas.validate(each.getValue())).as(each.getKey()).isEmpty());
    List<JsonNode> references = document.findValues("$ref");
    assertThat(references).hasSizeGreaterThan(20);
    for (JsonNode each : references) {
      assertThat(document.at(each.asText().substring(1)).isObject()).as(each.asText()).isTrue();
    }
  }

  @Test
  void whoMayAskIsSaid() {
    for (Addresses.Told each : Addresses.all().toList()) {
      JsonNode operation = operation(each);
      assertThat(operation.path("description").asText())
          .as("%s", each)
          .contains(each.needed().map(Role::code).orElse(""));
      List<String> ways = new ArrayList<>();
      operation.path("security").forEach(way -> way.fieldNames().forEachRemaining(ways::add));
      assertThat(ways.contains("token"))
          .as("%s by a token", each)
          .isEqualTo(
              (each.needed().isPresent() && !each.cookieOnly()) || each.path().equals("/api/me"));
    }
  }

  @Test
  void answersAreAsTheyAreDescribed() throws Exception {
    stage.alert(ALERT, USER);
    stage.postgres.insertDeadLetter("odd-for-openapi", "oa-detail", "{");
    stage.postgres.declare(ALERT, "{\"channel\":\"web\"}");
    Person admin = stage.program(Role.ADMIN);
    HttpResponse<String> decided =
        admin.decide("{\"alert\":\"" + ALERT + "\",\"decision\":\"fraud\",\"note\":\"sure\"}");
    fits("post", "/api/decisions", decided, 200);
    String intent = MAPPER.readTree(decided.body()).path("intent").asText();
    fits("post", "/api/decisions", admin.decide("{\"undo\":\"" + intent + "\"}"), 200);

    Map<String, String> queries = new HashMap<>(QUERIES);
    queries.putAll(desks(admin));
    int asked = 0;
    for (Addresses.Told each : Addresses.all().toList()) {
      if (each.method().equals("GET")
          && !each.path().equals("/api/events")
          && !operation(each).path("responses").has("302")) {
        String query = queries.getOrDefault(each.path(), "");
        HttpResponse<String> answer = admin.get(each.path() + query);
        assertThat(answer.statusCode())
            .as("%s: say in QUERIES what it needs. %s", each, answer.body())
            .isEqualTo(200);
        fits("get", each.path(), answer, 200);
        if (query.contains("oa-")) {
          assertThat(answer.body()).as("%s answers nothing", each).contains("oa-");
        }
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(20);
  }

  /** Makes what the desk's addresses tell of, holding that each answers as it is described. */
  private Map<String, String> desks(Person admin) throws Exception {
    stage.alert("oa-queued", "oa-second");
    String cases = "{\"cases\":[{\"user\":\"oa-second\"}]";
    fits("post", "/api/queue/take", admin.post("/api/queue/take", "{\"user\":\"oa-second\"}"), 200);
    fits(
        "post",
        "/api/queue/give-back",
        admin.post("/api/queue/give-back", "{\"user\":\"oa-second\"}"),
        200);
    fits("post", "/api/queue/summary", admin.post("/api/queue/summary", cases + "}"), 200);
    HttpResponse<String> bulk =
        admin.post("/api/queue/bulk", cases + ",\"decision\":\"dismissed\"}");
    fits("post", "/api/queue/bulk", bulk, 200);
    fits(
        "post",
        "/api/cases/note",
        admin.post("/api/cases/note", "{\"user\":\"" + USER + "\",\"note\":\"called\"}"),
        200);
    String text =
        MAPPER.readTree(admin.get("/api/rules/book?number=1").body()).path("text").asText();
    String book = MAPPER.createObjectNode().put("text", text + "\n# the same\n").toString();
    fits("post", "/api/rules/check", admin.post("/api/rules/check", book), 200);
    fits(
        "post", "/api/rules/check", admin.post("/api/rules/check", "{\"text\":\"rules: 7\"}"), 200);
    HttpResponse<String> proposed =
        admin.post("/api/rules/set", "{\"rule\":\"velocity\",\"mode\":\"shadow\"}");
    fits("post", "/api/rules/set", proposed, 200);
    String proposal = MAPPER.readTree(proposed.body()).path("proposal").asText();
    fits(
        "post",
        "/api/snoozes",
        admin.post(
            "/api/snoozes",
            "{\"rule\":\"velocity\",\"user\":\""
                + USER
                + "\",\"until\":"
                + (System.currentTimeMillis() + 3_600_000)
                + "}"),
        200);
    String decision =
        MAPPER
            .readTree(admin.get("/api/decisions?user=" + USER).body())
            .at("/decisions/0/id")
            .asText();
    return Map.of(
        "/api/cases", "?user=" + USER,
        "/api/cases/export", "?as=html&user=" + USER,
        "/api/cases/evidence", "?decision=" + decision,
        "/api/queue/bulk", "?id=" + MAPPER.readTree(bulk.body()).path("bulk").asText(),
        "/api/rules/book", "?number=1",
        "/api/rules/proposal", "?id=" + proposal,
        "/api/lists", "?list=snoozed");
  }

  @Test
  void signingInAndOutIsAsItIsDescribed() throws Exception {
    stage.account("oa-browser", Role.READER);
    Person browser = stage.stranger();
    fits("get", "/api/me", browser.get("/api/me"), 200);
    fits("post", "/api/sign-in", browser.signIn("oa-browser", DeskStage.PASSWORD), 200);
    fits("get", "/api/me", browser.get("/api/me"), 200);
    fits("post", "/api/sign-out", browser.post("/api/sign-out", "{}"), 200);
  }

  @Test
  void faultsAreAsTheyAreDescribed() throws Exception {
    Person admin = stage.program(Role.ADMIN);
    Person reader = stage.program(Role.READER);
    fits("get", "/api/alert", admin.get("/api/alert?id=nothing"), 404);
    fits("get", "/api/alert", admin.get("/api/alert"), 400);
    fits("get", "/api/alerts", admin.get("/api/alerts?order=worst"), 400);
    fits("get", "/api/alerts", stage.stranger().get("/api/alerts"), 401);
    fits("get", "/api/audit", admin.get("/api/audit?before=x"), 400);
    fits("get", "/api/audit", reader.get("/api/audit"), 403);
    fits("get", "/api/events", reader.get("/api/events"), 406);
    fits("post", "/api/decisions", reader.post("/api/decisions", "{}"), 403);
    fits("post", "/api/decisions", admin.post("/api/decisions", "[]"), 400);
    fits("post", "/api/decisions", admin.post("/api/decisions", "x".repeat(20_000)), 413);
    fits(
        "post",
        "/api/decisions",
        admin.post("/api/decisions", "{}", "Content-Type", "text/plain"),
        415);
    fits(
        "post",
        "/api/decisions",
        admin.post("/api/decisions", "{\"alert\":\"nothing\",\"decision\":\"fraud\"}"),
        404);
    fits(
        "post",
        "/api/decisions",
        admin.post("/api/decisions", "{\"user\":\"nobody\",\"decision\":\"fraud\"}"),
        409);
    fits("post", "/api/sign-in", stage.stranger().post("/api/sign-in", "{}"), 400);
    fits("post", "/api/sign-in", admin.post("/api/sign-in", "{}"), 400);
    fits("post", "/api/sign-out", admin.post("/api/sign-out", "{}"), 400);
  }

  /** Whoever describes less than is sent is found by this: the schemas are closed here. */
  @Test
  void whatIsNotDescribedDoesNotFit() throws Exception {
    ObjectNode me = (ObjectNode) MAPPER.readTree(stage.stranger().get("/api/me").body());
    String schema = "/paths/~1api~1me/get/responses/200/content/application~1json/schema";
    assertThat(faults(document.at(schema), me)).isEmpty();
    assertThat(faults(document.at(schema), me.deepCopy().put("more", 1))).isNotEmpty();
    assertThat(faults(document.at(schema), me.deepCopy().put("role", "boss"))).isNotEmpty();
    me.remove("accounts");
    assertThat(faults(document.at(schema), me)).isNotEmpty();
  }

  private void fits(String method, String path, HttpResponse<String> answer, int status)
      throws Exception {
    assertThat(answer.statusCode()).as("%s %s: %s", method, path, answer.body()).isEqualTo(status);
    JsonNode content =
        document
            .path("paths")
            .path(path)
            .path(method)
            .path("responses")
            .path(status + "")
            .path("content");
    assertThat(content).as("%s of %s %s is not described", status, method, path).isNotEmpty();
    String sent = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    assertThat(content.has(sent)).as("%s %s sends %s", method, path, sent).isTrue();
    if (sent.equals(JSON)) {
      assertThat(faults(content.path(sent).path("schema"), MAPPER.readTree(answer.body())))
          .as("%s %s: %s", method, path, answer.body())
          .isEmpty();
    }
  }

  private Set<ValidationMessage> faults(JsonNode schema, JsonNode answer) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components").deepCopy());
    close(whole.path("components").path("schemas"));
    return FACTORY.getSchema(whole).validate(answer);
  }

  /** Nothing may be sent that is not described. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    schema.forEach(OpenApiTest::close);
  }

  private JsonNode operation(Addresses.Told address) {
    return document
        .path("paths")
        .path(address.path())
        .path(address.method().toLowerCase(Locale.ROOT));
  }

  private Stream<JsonNode> operations() {
    List<JsonNode> all = new ArrayList<>();
    document.path("paths").forEach(path -> path.forEach(all::add));
    return all.stream();
  }
}
