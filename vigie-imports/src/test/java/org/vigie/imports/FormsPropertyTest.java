package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.imports.forms.Document;
import org.vigie.imports.forms.ExportForm;
import org.vigie.imports.forms.ExportForms;
import org.vigie.imports.forms.Written;
import org.vigie.testkit.Trials;

class FormsPropertyTest {

  private static final int TRIALS = 3;
  private static final int LARGEST = 30;

  static Stream<String> groups() {
    return ExportForms.ALL.stream().map(ExportForm::group).distinct();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void reads_back_what_was_written_in_every_form(String group) {
    for (var form : ExportForms.ALL.stream().filter(f -> f.group().equals(group)).toList()) {
      Trials.forAll(
          TRIALS,
          LARGEST,
          (random, size) -> {
            var document = form.write(random, size);
            var read = Reads.bytes(document.bytes(), document.told());
            check(form, document.messages(), read);
            assertNeverWrong(form, document);
          });
    }
  }

  static void check(ExportForm form, List<Written> written, Reads read) {
    var name = form.group() + " " + form.name();
    assertThat(read.messages()).as(name).hasSameSizeAs(written);
    for (var i = 0; i < written.size(); i++) {
      var expected = written.get(i);
      var actual = read.messages().get(i);
      assertThat(actual.when().local()).as(name).isEqualTo(expected.at());
      assertThat(actual.text()).as(name).isEqualTo(expected.text());
      assertThat(actual.kind()).as(name + ": " + expected.text()).isEqualTo(expected.kind());
      assertThat(actual.author()).as(name).isEqualTo(expected.author());
      assertThat(actual.media()).as(name).isEqualTo(expected.media());
      assertThat(actual.flags()).as(name + ": " + expected.text()).containsAll(expected.flags());
    }
    assertThat(read.report().bytesUnparsed()).as(name).isZero();
  }

  /** Of whom nothing is said, the order is found or asked for; never is another day read. */
  private static void assertNeverWrong(ExportForm form, Document document) throws Exception {
    try {
      var read = Reads.bytes(document.bytes(), ReadOptions.NONE);
      assertThat(read.messages())
          .as(form.name())
          .extracting(message -> message.when().local())
          .isEqualTo(document.messages().stream().map(Written::at).toList());
    } catch (ImportRefused refused) {
      assertThat(refused.key()).isEqualTo("import.date-order-ambiguous");
    }
  }
}
