package weir.dashboard.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import weir.dashboard.access.Role;
import weir.dashboard.desk.Kind;
import weir.dashboard.openapi.Document;
import weir.dashboard.openapi.Schemas;
import weir.launch.Release;

/** Tells programs in the form of OpenAPI which addresses there are, and what these answer. */
final class ApiDocument implements Handler {
  private static final String TITLE = "Weir";

  private static final String SAYS =
      "The live page's addresses. Where there are accounts a program sends the header"
          + " Authorization: Bearer TOKEN; ./weir users token NAME makes a token, which may do what"
          + " its account may. Times are milliseconds since 1970, but for those of an alert, which"
          + " are texts.";

  /** The components that are times. */
  private static final Set<String> TIMES =
      Set.of("at", "time", "since", "until", "eventTime", "detectedAt", "signAt", "seenUntil");

  private final Cookies cookies;

  ApiDocument(Cookies cookies) {
    this.cookies = cookies;
  }

  @Override
  public void handle(Context context) {
    WebServer.answer(context, make());
  }

  private ObjectNode make() {
    Schemas schemas = new Schemas(special(), TIMES);
    schemas.add(AlertSchema.NAME, AlertSchema.make());
    return new Document(schemas, Failures.Failure.class)
        .of(
            new Document.Head(TITLE, Release.VERSION, SAYS, cookies.name(), Gate.BESIDE),
            Arrays.stream(Address.values()).map(Address::operation).toList());
  }

  /** What is known of components beyond their type. */
  private static Map<String, ObjectNode> special() {
    List<String> kinds = Stream.of(Kind.values()).map(Kind::code).toList();
    List<String> wanted =
        Stream.of(Kind.values()).filter(kind -> kind != Kind.UNDONE).map(Kind::code).toList();
    return Map.of(
        "FoundMessage.alert",
        Schemas.reference(AlertSchema.NAME),
        "JudgedPayment.fields",
        JsonNodeFactory.instance.objectNode().put("type", "object"),
        "Decision.kind",
        Schemas.oneOf(kinds),
        "Decision.restored",
        Schemas.oneOf(wanted),
        "DeskAnswer.state",
        Schemas.oneOf(List.of("done", "waiting")),
        "DeskAnswersWanted.decision",
        Schemas.oneOf(wanted),
        "AccessAnswersMe.role",
        Schemas.oneOf(Stream.of(Role.values()).map(Role::code).toList()));
  }
}
