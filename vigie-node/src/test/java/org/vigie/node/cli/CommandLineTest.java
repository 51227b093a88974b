package org.vigie.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.kernel.SuppressForbidden;
import picocli.CommandLine;

/**
 * What every command has in common: help, wrong usage, and one sentence when something is wrong.
 */
class CommandLineTest {

  @TempDir private Path folder = Path.of("");

  /** What a command said and how it ended. */
  private record Ran(int code, String out, String err) {}

  @SuppressForbidden(reason = "what a command prints is what is tested")
  private static Ran vigie(String... words) {
    var usualOut = System.out;
    var usualErr = System.err;
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      var code = CommandLineOfVigie.run(words);
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(usualOut);
      System.setErr(usualErr);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "test",
        "bench",
        "read",
        "match",
        "seal",
        "open",
        "verify",
        "backup",
        "restore",
        "doctor",
        "share",
        "begin-log"
      })
  void explains_every_command_with_an_example(String command) {
    var help = vigie("help", command);
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: vigie " + command, "Example: ./vigie " + command);
    assertThat(vigie("help").out()).contains("\n  " + command + " ");
    assertThat(vigie(command, "--help")).isEqualTo(help);
  }

  @Test
  void a_share_host_starts_in_no_folder_that_others_enter_or_change() throws IOException {
    for (var open : new String[] {"rwxr-xr-x", "rwxrwx---"}) {
      for (var which : new String[] {"key", "line"}) {
        var key = Files.createDirectories(folder.resolve(open + which + "/key"));
        var line = Files.createDirectories(folder.resolve(open + which + "/line"));
        for (var one : new Path[] {key, line}) {
          var rights = one.endsWith(which) ? open : "rwxr-x---";
          Files.setPosixFilePermissions(one, PosixFilePermissions.fromString(rights));
        }
        var ran = vigie("share", "--folder", key.toString(), "--socket", line + "/socket");
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE_INPUT);
        assertThat(ran.err()).contains(folder.resolve(open + which + "/" + which).toString());
        assertThat(key).isEmptyDirectory();
      }
    }
  }

  @Test
  void knows_every_command_by_the_name_that_stands_at_it() {
    CommandLineOfVigie.COMMANDS.forEach(
        (name, command) -> assertThat(new CommandLine(command).getCommandName()).isEqualTo(name));
    assertThat(CommandLineOfVigie.in(Locale.ENGLISH).getSubcommands().keySet())
        .containsAll(CommandLineOfVigie.COMMANDS.keySet())
        .hasSize(CommandLineOfVigie.COMMANDS.size() + 1);
  }

  @Test
  void says_wrong_usage_in_one_line_that_leads_to_help() {
    for (var words :
        new String[][] {
          {"sing"},
          {"help", "sing"},
          {"read"},
          {"read", "a", "b"},
          {"match", "a", "--pairs", "--groups"},
          {"serve", "--port", "65536"},
          {"demo", "--port", "many"},
          {"restore", "a"},
          {"verify"}
        }) {
      var ran = vigie(words);
      assertThat(ran.code()).as(words[0]).isEqualTo(64);
      assertThat(ran.err().lines()).as(words[0]).hasSize(1);
      assertThat(ran.err())
          .as(words[0])
          .contains("see ./vigie help")
          .doesNotContain(".;", "vigie\n");
    }
    assertThat(vigie("read", "a", "--zone", "Nowhere").err())
        .contains("Nowhere is no time zone")
        .doesNotContain("Exception");
  }

  @Test
  void says_which_setting_is_wrong() throws IOException {
    var home = folder.toString();
    Files.writeString(folder.resolve("vigie.properties"), "http.port=many\n");
    assertThat(vigie("serve", "--home", home).err())
        .isEqualTo(
            "vigie: the setting http.port (VIGIE_PORT) must be a number from 0 to 65535; mend"
                + " it\n");
    assertThat(vigie("doctor", "--home", home).out()).contains("http.port (VIGIE_PORT)");
    Files.writeString(folder.resolve("vigie.properties"), "blobs.url=s3://bucket\n");
    assertThat(vigie("doctor", "--home", home).out()).contains("blobs.url (VIGIE_BLOBS)");
  }

  @Test
  void says_what_keeps_a_node_from_starting() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "no home").toString();
    var ran = vigie("serve", "--home", file, "--port", "0");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(file).doesNotContain("Exception").hasLineCount(1);
    var home = folder.resolve("home").toString();
    var nowhere = vigie("serve", "--home", home, "--bind", "nowhere.invalid", "--port", "0");
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).contains("nowhere.invalid", "--bind").hasLineCount(1);
    Files.createDirectory(folder.resolve("home"));
    Files.writeString(
        folder.resolve("home/vigie.db"), "no database, only words, and enough of them");
    var broken = vigie("serve", "--home", home, "--port", "0");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("database").doesNotContain("Exception").hasLineCount(1);
  }

  @Test
  void says_in_one_line_that_a_port_is_taken() throws IOException {
    try (var other = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(other.getLocalPort());
      var ran = vigie("serve", "--home", folder.resolve("h").toString(), "--port", port);
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("port " + port + " is taken").hasLineCount(1);
    }
  }

  @Test
  void speaks_the_language_that_was_chosen_however_it_is_written() {
    for (var chosen : new String[] {"fr", "fr-FR", "fr_FR", "fr_FR.UTF-8"}) {
      assertThat(Sentences.locale(chosen, Locale.ENGLISH).getLanguage()).isEqualTo("fr");
    }
    assertThat(Sentences.locale(" ", Locale.FRENCH)).isEqualTo(Locale.FRENCH);
    assertThat(Sentences.locale(null, Locale.FRENCH)).isEqualTo(Locale.FRENCH);
  }

  @Test
  void explains_every_command_option_and_file_in_french_too() {
    var english = CommandLineOfVigie.in(Locale.ENGLISH);
    var french = CommandLineOfVigie.in(Locale.FRENCH);
    assertThat(explained(french).keySet())
        .isEqualTo(explained(english).keySet())
        .hasSizeGreaterThan(40);
    explained(french)
        .forEach((what, text) ->
            assertThat(text).as(what).isNotBlank().isNotEqualTo(explained(english).get(what)));
    assertThat(french.getUsageMessage()).startsWith("Utilisation : vigie").contains("Commandes :");
  }

  private static Map<String, String> explained(CommandLine line) {
    var all = new TreeMap<String, String>();
    for (var command : line.getSubcommands().values()) {
      var spec = command.getCommandSpec();
      if (spec.usageMessage().hidden()) {
        continue;
      }
      all.put(spec.name(), String.join(" ", spec.usageMessage().description()));
      all.put(spec.name() + " below", String.join(" ", spec.usageMessage().footer()));
      spec.args()
          .forEach(arg ->
              all.put(
                  spec.name() + " " + arg.paramLabel() + arg, String.join(" ", arg.description())));
    }
    all.values().removeIf(String::isBlank);
    return all;
  }

  @Test
  void says_its_version() {
    assertThat(vigie("--version").out()).startsWith("vigie ").hasLineCount(1);
  }
}
