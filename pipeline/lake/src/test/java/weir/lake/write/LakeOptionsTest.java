package weir.lake.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;
import weir.options.CommandLineOptions;

/** The options of the lake are read as those of the job are. */
class LakeOptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--lake=  | --lake needs a value: --lake=...",
        "--lakeShards=0 | --lakeShards: found '0', expected a whole number of at least 1",
        "--lakeBundles=0 | --lakeBundles: found '0', expected a whole number of at least 1",
        "--lakeEvry=5 s | unknown option --lakeEvry; did you mean --lakeEvery? (see --help)"
      })
  void whatCannotBeIsSaidInOneSentence(String arg, String sentence) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> CommandLineOptions.parse(new String[] {arg}))
        .withMessage(sentence);
  }

  @Test
  void whatIsGivenGoesBeforeTheDefaultsOfAnEngine() {
    LakeOptions options =
        CommandLineOptions.parse(new String[0], "--lakeShards=3").as(LakeOptions.class);
    assertThat(options.getLakeShards()).isEqualTo(3);
  }
}
