package weir.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What is to be done about the accounts of the live page. */
public final class UsersOptions {
  /** What can be done. */
  public enum Verb {
    ADD,
    LIST,
    ROLE,
    PASSWORD,
    REMOVE,
    LINK,
    TOKEN,
    TOKENS,
    UNTOKEN,
    AUDIT;

    private static String words() {
      return Arrays.stream(values())
          .map(each -> each.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));
    }
  }

  /** One of them. */
  public static final class VerbConverter implements ITypeConverter<Verb> {
    @Override
    public Verb convert(String text) {
      for (Verb each : Verb.values()) {
        if (each.name().equalsIgnoreCase(text)) {
          return each;
        }
      }
      throw new TypeConversionException("found '" + text + "', expected one of " + Verb.words());
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      converter = VerbConverter.class,
      description =
          "add makes an account, list shows all, role and password change one, remove ends it, link"
              + " prints an address that signs in once, token prints one by which programs ask,"
              + " tokens shows all of these, untoken ends one, audit shows what everybody did.")
  public Verb verb = Verb.LIST;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The account's name; with untoken the number of the token.")
  public @Nullable String name;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "reader looks, analyst decides, approver agrees to what others propose, admin sees what"
              + " everybody did; each may do what those before it may.")
  public @Nullable String role;

  @Option(
      names = {"--passwordFile", "--password-file"},
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "File with the account's password (default: it is asked for).")
  public @Nullable Path passwordFile;

  @Option(
      names = "--link",
      description = "With add: no password, but an address that signs in once.")
  public boolean link;

  @Option(
      names = "--page",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "Where the page is, for the address (default: ${DEFAULT-VALUE}).")
  public String page = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      converter = Values.HowMany.class,
      description = "With token: for how many days it is good, 366 at most (default: 90).")
  public @Nullable Integer days;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "With token: what it is for, as tokens shows it.")
  public @Nullable String label;

  @Option(
      names = "--most",
      paramLabel = "N",
      converter = Values.HowMany.class,
      defaultValue = "50",
      description = "With audit: how many of the newest (default: ${DEFAULT-VALUE}).")
  public int most;

  @Option(
      names = {"--jdbcUrl", "--jdbc-url"},
      paramLabel = "URL",
      defaultValue = "jdbc:postgresql://127.0.0.1:5432/weir",
      description = "PostgreSQL with the page's accounts (default: ${DEFAULT-VALUE}).")
  public String jdbcUrl = "";

  @Option(
      names = {"--jdbcUser", "--jdbc-user"},
      paramLabel = "USER",
      defaultValue = "weir",
      description = "Its user, who may make a schema; not the page's (default: ${DEFAULT-VALUE}).")
  public String jdbcUser = "";

  @Option(
      names = {"--jdbcPasswordFile", "--jdbc-password-file"},
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "File with that user's password.")
  public @Nullable Path jdbcPasswordFile;
}
