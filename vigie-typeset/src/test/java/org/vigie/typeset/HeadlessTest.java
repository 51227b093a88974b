package org.vigie.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlessTest {

  @TempDir Path empty;

  @Test
  void sets_a_page_on_a_machine_without_fontconfig() throws Exception {
    assertThat(run(WithOurs.class)).contains("typeset");
  }

  @Test
  void the_machine_of_that_test_does_lack_fontconfig() throws Exception {
    assertThat(run(WithoutOurs.class)).contains("Exception").doesNotContain("worked");
  }

  private String run(Class<?> program) throws IOException, InterruptedException {
    var classes = System.getProperty("surefire.test.class.path");
    if (classes == null) {
      classes = System.getProperty("java.class.path");
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var output = empty.resolve("output");
    // In a mount namespace of its own the library is hidden from this child only.
    var script =
        "for f in /usr/lib/*/libfontconfig.so.1; do mount --bind /dev/null $(readlink -f $f)"
            + " || exit 9; done; exec \"$@\"";
    var builder =
        new ProcessBuilder(
            List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                script,
                "sh",
                java,
                "-cp",
                classes,
                program.getName()));
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "no unshare on this machine");
    var child = builder.start();
    assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assumeTrue(
        child.exitValue() != 9 && !Files.readString(output).contains("unshare"),
        "no right to hide a library on this machine");
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  /** Sets a page; ends with an error unless the workaround works. */
  static final class WithOurs {
    private WithOurs() {}

    /** Sets a page. */
    public static void main(String[] arguments) {
      var pdf = new Typesetter().typeset(Samples.scripts());
      print(pdf.length > 10_000 ? "typeset" : "empty");
    }
  }

  /** Makes a font without the workaround. */
  static final class WithoutOurs {
    private WithoutOurs() {}

    /** Makes a font. */
    public static void main(String[] arguments) throws Exception {
      System.setProperty("java.awt.headless", "true");
      try (var font = Typeface.class.getResourceAsStream("fonts/NotoSans-Regular.ttf")) {
        java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, font);
      }
      print("worked");
    }
  }

  private static void print(String answer) {
    System.out.println(answer);
  }
}
