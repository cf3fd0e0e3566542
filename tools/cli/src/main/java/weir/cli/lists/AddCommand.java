package weir.cli.lists;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import weir.files.Numbers;
import weir.model.Printable;
import weir.notice.Books;
import weir.notice.Member;

/** Puts members into a list. */
@Command(
    name = "add",
    description = "Puts members into a list; one that is in it already is replaced.",
    footer = {"", "  ./weir list add risky-shops shop-7 shop-9 --for='30 d' --note=chargebacks"})
final class AddCommand implements Callable<Integer> {
  @Mixin IdsOfAList members = new IdsOfAList();
  @Mixin ChangeOptions change = new ChangeOptions();
  @Mixin EndOptions end = new EndOptions();

  @Option(
      names = "--value",
      paramLabel = "N",
      converter = Decimal.class,
      description = "A number that is kept with each.")
  @Nullable BigDecimal value;

  @Option(names = "--note", paramLabel = "TEXT", description = "A note that is kept with each.")
  String note = "";

  /** Reads a number. */
  static final class Decimal implements ITypeConverter<BigDecimal> {
    @Override
    public BigDecimal convert(String text) {
      try {
        return Numbers.decimal(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException("'" + text + "' is not a number");
      }
    }
  }

  @Override
  public Integer call() {
    return change.change(members.list, this::wish);
  }

  private Wish wish(Books books, long holdsFrom, PrintWriter talk) {
    Long until = end.until(holdsFrom);
    List<Member> added =
        members.ids.stream().map(id -> new Member(id, value, note, until)).toList();
    for (Member each : added) {
      if (books.lists().find(members.list, each.id(), holdsFrom).filter(each::equals).isPresent()) {
        talk.println("'" + Printable.text(each.id()) + "' is in it already.");
      }
    }
    return Wish.toAdd(added);
  }
}
