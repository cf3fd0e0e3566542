package weir.cli.lists;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weir.filter.ListName;

/** Reads the name of a list. */
final class ListNameConverter implements ITypeConverter<String> {
  @Override
  public String convert(String text) {
    if (!ListName.isOne(text)) {
      throw new TypeConversionException(
          "'" + text + "' is no name of a list, expected " + ListName.FORM);
    }
    return text;
  }
}
