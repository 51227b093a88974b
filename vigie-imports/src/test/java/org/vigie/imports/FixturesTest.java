package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.imports.detect.Exports;
import org.vigie.imports.forms.Document;
import org.vigie.imports.forms.ExportForm;
import org.vigie.imports.forms.ExportForms;
import org.vigie.imports.json.MessageLines;
import org.vigie.imports.json.ReportJson;
import org.vigie.imports.zip.Zips;

/**
 * Every form lies in the tree, what must be read of it beside: a sample open, and all those of the
 * groups with many packed, one archive a group. {@code -Dvigie.fixtures=write} writes them anew;
 * the difference is then to be read.
 */
class FixturesTest {

  private static final Path FOLDER = Path.of("src/test/resources/org/vigie/imports/fixtures");
  private static final int SIZE = 6;
  private static final int PACKED_SIZE = 3;
  private static final boolean WRITE = "write".equals(System.getProperty("vigie.fixtures"));

  /** Groups of which all forms are packed. */
  private static final Pattern MANY = Pattern.compile("whatsapp-.*|calls-..|line-.*|mbox");

  private static final String EXPORT = ".export";
  private static final String EXPECTED = ".expected";

  /** How phones in each language usually write, on either platform. */
  private static final Set<String> USUAL =
      Set.of(
          "en american-narrow-12",
          "fr french-24",
          "ru russian-24",
          "tr turkish-24",
          "ar arabic-12",
          "fa persian-24",
          "ur urdu-12",
          "zh chinese-12");

  /** The rest of the calendars and dates, in English on Android. */
  private static final List<String> UNUSUAL =
      List.of(
          "british-12",
          "mexican-12",
          "dotted-24",
          "dutch-24",
          "finnish-24",
          "croatian-24",
          "swedish-24",
          "chinese-signs-24",
          "korean-12",
          "japanese-era-24",
          "japanese-era-first-24",
          "buddhist-24",
          "buddhist-era-24",
          "islamic-12");

  static Stream<ExportForm> sample() {
    var groups = new HashSet<String>();
    return ExportForms.ALL.stream()
        .filter(f ->
            f.group().startsWith("whatsapp")
                ? usual(f)
                : groups.add(f.group()) || !MANY.matcher(f.group()).matches());
  }

  private static boolean usual(ExportForm form) {
    var language = form.group().substring(form.group().lastIndexOf('-') + 1);
    return USUAL.contains(language + " " + form.name())
        || (form.group().equals("whatsapp-android-en") && UNUSUAL.contains(form.name()));
  }

  @ParameterizedTest
  @MethodSource("sample")
  void reads_each_file_of_the_sample_as_it_is_written_beside(ExportForm form) throws Exception {
    var folder = FOLDER.resolve(form.group());
    var export = folder.resolve(fileName(form) + EXPORT);
    var expected = folder.resolve(fileName(form) + EXPECTED);
    var document = document(form, SIZE);
    if (WRITE) {
      Files.createDirectories(folder);
      Files.write(export, document.bytes());
      Files.writeString(expected, read(document));
    }
    assertThat(Files.readAllBytes(export)).isEqualTo(document.bytes());
    assertThat(read(document)).isEqualTo(Files.readString(expected));
    var reading = Reads.bytes(document.bytes(), document.told());
    FormsPropertyTest.check(form, document.messages(), reading);
  }

  static Stream<String> packed() {
    return ExportForms.ALL.stream()
        .map(ExportForm::group)
        .filter(group -> MANY.matcher(group).matches())
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("packed")
  void reads_every_form_of_a_group_as_it_is_written_beside(String group) throws Exception {
    var archive = FOLDER.resolve(group).resolve("all.zip");
    var forms = ExportForms.ALL.stream().filter(form -> form.group().equals(group)).toList();
    if (WRITE) {
      Files.createDirectories(archive.getParent());
      Files.write(archive, packed(forms));
    }
    var kept = unpacked(archive);
    assertThat(kept).hasSize(2 * forms.size());
    for (var form : forms) {
      var document = document(form, PACKED_SIZE);
      assertThat(kept.get(fileName(form) + EXPORT)).as(form.name()).isEqualTo(document.bytes());
      assertThat(read(document))
          .as(form.name())
          .isEqualTo(
              new String(
                  kept.getOrDefault(fileName(form) + EXPECTED, new byte[0]),
                  StandardCharsets.UTF_8));
      var reading = Reads.bytes(document.bytes(), document.told());
      FormsPropertyTest.check(form, document.messages(), reading);
    }
  }

  /** Not compressed: the same bytes whatever library is installed. */
  private static byte[] packed(List<ExportForm> forms) throws IOException, ImportRefused {
    var zip = new Zips();
    for (var form : forms) {
      var document = document(form, PACKED_SIZE);
      zip.stored(fileName(form) + EXPORT, document.bytes());
      zip.stored(fileName(form) + EXPECTED, read(document).getBytes(StandardCharsets.UTF_8));
    }
    return zip.bytes();
  }

  private static Map<String, byte[]> unpacked(Path archive) throws IOException {
    var files = new HashMap<String, byte[]>();
    try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static String fileName(ExportForm form) {
    return form.name().toLowerCase(Locale.ROOT);
  }

  /** The same bytes each time. */
  private static Document document(ExportForm form, int size) {
    var seed = (form.group() + " " + form.name()).hashCode();
    return form.write(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), size);
  }

  /** Messages, the report, and how the order of dates is known when nobody tells it. */
  private static String read(Document document) throws IOException, ImportRefused {
    var out = new ByteArrayOutputStream();
    var lines = new MessageLines(out, true);
    var report = Exports.read(new BytesSource(document.bytes()), document.told(), lines);
    lines.flush();
    ReportJson.write(report, out);
    return out.toString(StandardCharsets.UTF_8) + untold(document) + "\n";
  }

  private static String untold(Document document) throws IOException {
    try {
      var read =
          Reads.bytes(document.bytes(), ReadOptions.NONE.withFormat(document.told().format()));
      var dates = read.report().dates();
      return "without being told: " + dates.order().text() + " by " + dates.by().text();
    } catch (ImportRefused refused) {
      return "without being told: " + refused.key() + " " + refused.details();
    }
  }
}
