package org.vigie.node.cage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Documents of word processors become PDF where nothing of them can reach anything. */
class OfficePrinterTest {

  private static final OfficePrinter PRINTER = OfficePrinter.onThisMachine();

  private static String words(byte[] pdf) throws Exception {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void a_macro_that_starts_by_itself_never_runs_and_nothing_outside_is_read() throws Exception {
    Assumptions.assumeTrue(PRINTER.there(), "LibreOffice or bubblewrap is not here");
    var pdf = PRINTER.print(OfficeDocuments.withMacro("the words"), "odt");
    // Left to itself the macro writes its mark into the document, and the link brings a file.
    assertThat(words(pdf)).contains("the words").doesNotContain("MARK", "root:");
    assertThat(PRINTER.tool()).matches("LibreOffice [0-9.]+");
  }

  @Test
  void what_is_no_document_is_refused() {
    var letters = "not a document".getBytes(UTF_8);
    assertThatThrownBy(() -> PRINTER.print(new byte[0], "xlsx")).hasMessage("cage.failed");
    assertThatThrownBy(() -> PRINTER.print(new byte[OfficePrinter.LONGEST + 1], "odt"))
        .hasMessage("cage.failed");
    assertThatThrownBy(() -> OfficePrinter.none().print(letters, "odt")).hasMessage("cage.failed");
    assertThat(OfficePrinter.none().there()).isFalse();
  }

  @Test
  void S_81_programs_of_the_system_see_no_network_no_files_and_end_in_time() throws Exception {
    Assumptions.assumeTrue(CagedTool.possible("sh"), "bubblewrap is not here");
    var tool = new CagedTool(Duration.ofSeconds(5), 5, 1L << 30, 1 << 20, List.of("/etc/fonts"));
    var seen =
        tool.run(
            "ls -A / /etc /tmp; cat /proc/net/dev | tail -n +3; cat /etc/passwd /etc/hostname;"
                + " for f in /proc/[0-9]*; do echo process; done; touch /usr/x /x; echo end",
            new byte[0],
            64 * 1024);
    var text = new String(seen, StandardCharsets.UTF_8);
    var lines = text.lines().map(String::strip).collect(Collectors.toList());
    assertThat(lines).contains("end").doesNotContain("home", "root", "var", "passwd", "x");
    assertThat(text).doesNotContain("root:", "eth0").doesNotContain("wlan");
    assertThat(lines.stream().filter("process"::equals).count()).isLessThanOrEqualTo(6);
    assertThatThrownBy(() -> tool.run("head -c 2000000 /dev/zero > big", new byte[0], 1024))
        .as("files in memory are bounded")
        .hasMessage("cage.failed");
    assertThatThrownBy(() -> tool.run("yes", new byte[0], 1024)).hasMessage("cage.output");
    var hasty = new CagedTool(Duration.ofMillis(300), 5, 1L << 30, 1 << 20, List.of());
    assertThatThrownBy(() -> hasty.run("sleep 20", new byte[0], 10)).hasMessage("cage.time");
  }
}
