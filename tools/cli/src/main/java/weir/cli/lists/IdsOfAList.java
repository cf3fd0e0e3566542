package weir.cli.lists;

import java.util.List;
import picocli.CommandLine.Parameters;

/** The parameters of a command that is about single members of a list. */
final class IdsOfAList {
  @Parameters(
      index = "0",
      paramLabel = "LIST",
      converter = ListNameConverter.class,
      description = "The list's name.")
  String list = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ID",
      description = "Ids, compared exactly as they are written.")
  List<String> ids = List.of();
}
