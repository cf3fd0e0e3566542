package weir.dashboard.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.local.LocalPostgres;

/** What ./weir users says and does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class UsersTest {
  @SuppressWarnings("NullAway.Init")
  private LocalPostgres postgres;

  private Optional<char[]> typed = Optional.empty();

  @BeforeEach
  void somebodyTypes() {
    typed = Optional.of("typed in the dark".toCharArray());
  }

  @BeforeAll
  void start() {
    postgres = LocalPostgres.start();
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  private record Said(int status, String text) {}

  private Said users(String... words) {
    List<String> line = new ArrayList<>(List.of("users", "--jdbcUrl=" + postgres.jdbcUrl()));
    line.addAll(List.of(words));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status = Main.run(line, out, out, () -> typed);
    return new Said(status, said.toString(StandardCharsets.UTF_8));
  }

  @Test
  void accountsAreMadeChangedAndRemoved() {
    assertThat(users("add", "Ada", "--role=admin").text())
        .isEqualToIgnoringNewLines("'ada' can sign in now, as admin.");
    assertThat(users("add", "bob", "--role=analyst", "--link").text())
        .contains("'bob' is analyst now.")
        .containsPattern("http://127.0.0.1:8080/sign-in.html#link=[\\w-]{43}\n");
    assertThat(users("role", "bob", "--role=approver").text()).contains("'bob' is approver now");
    assertThat(users("password", "bob").text()).contains("'bob' has another password");
    assertThat(users("list").text())
        .containsPattern("ada +admin +password")
        .containsPattern("bob +approver +password");
    Said last = users("role", "ada", "--role=reader");
    assertThat(last.status()).isEqualTo(2);
    assertThat(last.text()).contains("'ada' is the only admin");
    assertThat(users("remove", "ada").status()).isEqualTo(2);
    assertThat(users("add", "ADA", "--role=reader").text())
        .contains("there is an account 'ada' already");
    assertThat(users("remove", "bob").text()).contains("'bob' cannot sign in any more.");
    assertThat(users("remove", "ada").text()).contains("There are no accounts left");
    assertThat(users("audit", "--most=3").text().lines().skip(1))
        .hasSize(3)
        .first()
        .asString()
        .contains("account removed", "ada", "./weir users");
    assertThat(users("audit").text()).doesNotContain("typed in the dark", "argon2");
  }

  @Test
  void tokensAreMadeListedAndEnded() {
    users("add", "tom", "--role=analyst");
    String secret = users("token", "Tom", "--label=the case system").text().lines().toList().get(0);
    Said made = users("token", "tom", "--days=2");
    assertThat(secret).matches("weir_[\\w-]{43}");
    assertThat(made.text())
        .containsPattern("Token \\d+ may do what 'tom' may \\(analyst\\), until 20")
        .contains("It is not shown again.");

    List<String> listed = users("tokens").text().lines().toList();
    assertThat(listed).hasSize(3);
    assertThat(listed.get(1))
        .containsPattern("tom +analyst +the case system +never +until 20")
        .doesNotContain(secret);
    String first = listed.get(1).strip().replaceFirst(" .*", "");
    assertThat(users("untoken", first).text())
        .isEqualToIgnoringNewLines("Token " + first + " of 'tom' has ended.");
    users("role", "tom", "--role=reader");
    assertThat(users("tokens").text())
        .containsPattern("tom +reader +never +no: the account changed")
        .doesNotContain("the case system");
    users("remove", "tom");
    assertThat(users("tokens").text().lines()).hasSize(1);
    assertThat(users("audit").text())
        .containsPattern("token made +tom +token " + first + ", until .*: the case system")
        .containsPattern("token ended +tom +token " + first)
        .doesNotContain(secret);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add cat | --role is missing: reader, analyst, approver or admin",
        "add cat --role=boss | --role: no role 'boss', expected reader, analyst, approver or admin",
        "add a/b --role=reader | 'a/b' is no name: give 1 to 64 letters from a to z, digits, '.',"
            + " '_', '-' or '@', and a letter or digit first",
        "add --role=reader | whose account? Name it after the word that says what to do",
        "list cat | Unexpected argument 'cat'.",
        "remove nobody | there is no account 'nobody'",
        "password nobody | there is no account 'nobody'",
        "link nobody | there is no account 'nobody'",
        "token nobody | there is no account 'nobody'",
        "token cat --days=367 | --days: found 367, expected at most 366",
        "list --days=3 | --days belongs to token",
        "tokens --label=x | --label belongs to token",
        "tokens cat | Unexpected argument 'cat'.",
        "untoken | which token? ./weir users tokens has their numbers",
        "untoken cat | 'cat' is no number of a token: ./weir users tokens has them",
        "untoken 99999 | there is no token 99999",
        "remove cat --role=reader | --role belongs to add and role",
        "bann cat | WHAT: found 'bann', expected one of add, list, role, password, remove, link,"
            + " token, tokens, untoken, audit",
      })
  void misuseIsToldInOneSentence(String line, String sentence) {
    Said said = users(line.split(" "));
    assertThat(said.text().lines().findFirst()).contains("weir: " + sentence);
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void aShortPasswordIsRefusedAndNobodyCanTypeWhereThereIsNoTerminal(@TempDir Path folder)
      throws IOException {
    typed = Optional.of("short".toCharArray());
    assertThat(users("add", "dan", "--role=reader").text())
        .contains("the password has 5 characters, expected 12 to 256");
    typed = Optional.empty();
    assertThat(users("add", "dan", "--role=reader").text()).contains("give --passwordFile=FILE");
    Path file = Files.writeString(folder.resolve("password"), "from a file, and long\n");
    assertThat(users("add", "dan", "--role=reader", "--passwordFile=" + file).status()).isZero();
    users("remove", "dan");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status =
        Main.run(
            List.of("users", "list", "--jdbcUrl=jdbc:postgresql://127.0.0.1:9/weir"),
            out,
            out,
            Optional::empty);
    assertThat(status).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("weir: the tables of the desk cannot be made in the database at jdbc:");
  }
}
