package org.vigie.node.cage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.vigie.imports.cage.SystemCallFilter;

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
    // The programs of the system are in the cage, and so are their licences.
    var licence = Path.of("/usr/share/common-licenses/BSD");
    assertThat(Files.readString(licence)).contains("Redistribution");
    var pdf = PRINTER.print(OfficeDocuments.withMacro("the words", licence.toString()), "odt");
    // Left to itself the macro writes its mark into the document, and the link brings a file.
    assertThat(words(pdf)).contains("the words").doesNotContain("MARK", "Redistribution");
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
  void a_machine_that_was_slow_once_is_asked_again_but_not_at_every_page() {
    var asked = new AtomicInteger();
    var now = new AtomicLong(Long.MAX_VALUE - 10);
    var slow =
        new Inquiry(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new CageRefused("cage.time");
              }
              return "7.1";
            },
            now::get);
    var printer = new OfficePrinter(slow);
    var decoder = new SoundDecoder(new Ffmpeg(slow));
    assertThat(printer.there()).isFalse();
    assertThat(decoder.there()).as("within the minute").isFalse();
    assertThat(asked).hasValue(1);
    now.addAndGet(Inquiry.PAUSE.toNanos());
    assertThat(printer.there()).isTrue();
    assertThat(decoder.there()).isTrue();
    assertThat(printer.tool()).isEqualTo("LibreOffice 7.1");
    now.addAndGet(Inquiry.PAUSE.toNanos());
    assertThat(decoder.tool()).isEqualTo("ffmpeg 7.1");
    assertThat(asked).as("an answer is kept").hasValue(2);
  }

  private static CagedTool tool(Duration patience) {
    return new CagedTool(patience, 5, 1L << 30, 1 << 20, 32, List.of("/etc/fonts"));
  }

  private static String said(String script) throws Exception {
    return new String(tool(Duration.ofSeconds(10)).run(script, new byte[0], 1 << 16), UTF_8);
  }

  @Test
  void S_81_programs_of_the_system_see_no_network_no_files_and_end_in_time() throws Exception {
    Assumptions.assumeTrue(CagedTool.possible("sh"), "bubblewrap is not here");
    var text =
        said(
            "ls -A / /etc /tmp; cat /proc/net/dev | tail -n +3; cat /etc/passwd /etc/hostname;"
                + " for f in /proc/[0-9]*; do echo process; done; touch /usr/x /x; echo end");
    var lines = text.lines().map(String::strip).collect(Collectors.toList());
    assertThat(lines).contains("end").doesNotContain("home", "root", "var", "passwd", "x");
    assertThat(text).doesNotContain("root:", "eth0").doesNotContain("wlan");
    assertThat(lines.stream().filter("process"::equals).count()).isLessThanOrEqualTo(6);
    var usual = tool(Duration.ofSeconds(10));
    assertThatThrownBy(() -> usual.run("yes", new byte[0], 1024)).hasMessage("cage.output");
    var hasty = tool(Duration.ofMillis(300));
    assertThatThrownBy(() -> hasty.run("sleep 20", new byte[0], 10)).hasMessage("cage.time");
    assertThat(said("hostname")).isEqualTo("cage\n");
  }

  @Test
  void S_81_programs_of_the_system_write_into_one_folder_of_bounded_size() throws Exception {
    Assumptions.assumeTrue(CagedTool.possible("sh"), "bubblewrap is not here");
    assertThat(
            said(
                "for f in /tmp /dev /dev/shm /dev/pts / /usr /proc; do"
                    + " echo x > $f/written && echo $f; done 2>/dev/null; true"))
        .isEqualTo("/tmp\n");
    var usual = tool(Duration.ofSeconds(10));
    for (var more : List.of("head -c 2000000 /dev/zero > big", "truncate -s 2000000 big")) {
      assertThatThrownBy(() -> usual.run(more, new byte[0], 1024))
          .as("files in memory are bounded: %s", more)
          .hasMessage("cage.failed");
    }
    assertThat(said("for i in 1 2 3; do head -c 600000 /dev/zero > f$i; done; du -k . | tail -1"))
        .as("all together, too")
        .matches("(?s)(10[0-2][0-9]|[1-9][0-9]{2})\\s.*");
    assertThat(said("prlimit --nproc --raw --noheadings -o SOFT,HARD")).isEqualTo("32 32\n");
  }

  @Test
  void S_81_programs_of_the_system_reach_no_deeper_into_the_kernel() throws Exception {
    Assumptions.assumeTrue(CagedTool.possible("sh"), "bubblewrap is not here");
    Assumptions.assumeTrue(
        SystemCallFilter.forPrograms().isPresent(), "no filter is written for this machine");
    assertThat(said("grep -E '^(Seccomp|NoNewPrivs|CapEff|CapBnd):' /proc/self/status"))
        .contains("Seccomp:\t2", "NoNewPrivs:\t1", "CapEff:\t0000000000000000")
        .contains("CapBnd:\t0000000000000000");
    for (var more : List.of("-U", "-n", "-m", "-r")) {
      assertThat(said("unshare " + more + " true 2>/dev/null && echo could; echo end"))
          .as("unshare %s", more)
          .isEqualTo("end\n");
    }
    Assumptions.assumeTrue(CagedTool.possible("perl"), "perl is not here to call with numbers");
    // AF_UNIX, AF_INET, AF_INET6, AF_NETLINK.
    assertThat(
            said(
                "for d in 1 2 10 16; do perl -e 'print \"$ARGV[0]\\n\" if socket(my $s, $ARGV[0],"
                    + " 2, 0)' $d; done; echo end"))
        .isEqualTo("1\nend\n");
  }
}
