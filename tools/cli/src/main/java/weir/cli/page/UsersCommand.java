package weir.cli.page;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.UsersOptions;
import weir.launch.ChildJvm;

/** Makes and changes the accounts of the live page. */
@Command(
    name = "users",
    description =
        "Makes and changes the accounts of the live page. Without an account everybody who can"
            + " reach it may look, and nobody may decide anything.",
    footer = {
      "",
      "The first account makes the schema desk. Give the page's database user the",
      "role weir_desk then, beside weir_reader.",
      "",
      "  ./weir users add ada --role=admin",
      "  ./weir users add bob --role=analyst --passwordFile=bobs-password",
      "  ./weir users role bob --role=approver",
      "  ./weir users token bob --days=30 --label=\"the case system\"",
      "  ./weir users audit"
    })
public final class UsersCommand implements Callable<Integer> {
  @Mixin UsersOptions options = new UsersOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try (ChildJvm users =
        PageJvm.users(Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs())
            .inherit()) {
      Runtime.getRuntime().addShutdownHook(new Thread(users::close));
      return users.waitFor();
    }
  }
}
