package org.vigie.node.cage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Turns documents of word processors into PDF with Debian's LibreOffice in a cage of its own: no
 * network, no files but the programs of the system, a profile that exists in memory for one
 * document, no macros, no links followed. Protects against what a document does to the office
 * suite; does not protect whoever reads the PDF, which is as hostile as the document. Without
 * bubblewrap there is none. Safe for use by several threads, which take its {@link #turn} before
 * they take a document into memory.
 */
public final class OfficePrinter {

  /** The most bytes that go in, and that come out. */
  public static final int LONGEST = 48 * 1024 * 1024;

  private static final Set<String> FORMATS = Set.of("docx", "odt");

  private static final CagedTool TOOL =
      new CagedTool(
          Duration.ofSeconds(90),
          60,
          3L * 1024 * 1024 * 1024,
          256 * 1024 * 1024,
          128,
          List.of("/etc/libreoffice", "/etc/fonts", "/var/cache/fontconfig"));

  /** Written anew for every document; what is not said here is as the suite has it. */
  private static final String SETTINGS =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><oor:items"
          + " xmlns:oor=\"http://openoffice.org/2001/registry\">"
          + setting("Common/Security/Scripting", "DisableMacrosExecution", "true")
          + setting("Common/Security/Scripting", "MacroSecurityLevel", "3")
          + setting("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
          + setting("Writer/Content/Update", "Link", "2")
          + setting("Common/Misc", "UseLocking", "false")
          + "</oor:items>";

  private static final String CALM =
      "-env:UserInstallation=file:///tmp/profile --headless --nologo --norestore --nodefault"
          + " --nolockcheck --nofirststartwizard";

  private final Inquiry version;
  private final Turn turn = new Turn();

  /** The program whose version is asked so; there is none while it has no answer. */
  OfficePrinter(Inquiry version) {
    this.version = version;
  }

  private static String setting(String path, String name, String value) {
    return "<item oor:path=\"/org.openoffice.Office."
        + path
        + "\"><prop oor:name=\""
        + name
        + "\" oor:op=\"fuse\"><value>"
        + value
        + "</value></prop></item>";
  }

  /** The program, or one that is not {@link #there} while this machine cannot build its cage. */
  public static OfficePrinter onThisMachine() {
    return new OfficePrinter(Inquiry.of(OfficePrinter::asked));
  }

  private static String asked() throws CageRefused, IOException {
    if (!CagedTool.possible("soffice")) {
      return "";
    }
    var said = TOOL.run(profile() + " && soffice " + CALM + " --version", new byte[0], 4096);
    var words = new String(said, StandardCharsets.UTF_8).split("\\s+", 3);
    var known = words.length > 1 && words[0].equals("LibreOffice");
    return known ? words[1].replaceAll("[^0-9A-Za-z.]", "") : "";
  }

  /** That of a machine without it. */
  public static OfficePrinter none() {
    return new OfficePrinter(Inquiry.of(() -> ""));
  }

  /** Whether documents can be turned into PDF here. */
  public boolean there() {
    return !version.answer().isEmpty();
  }

  /** Program and version. */
  public String tool() {
    return "LibreOffice " + version.answer();
  }

  /** To be held for as long as a document, or what was made of it, is in memory. */
  public Turn turn() {
    return turn;
  }

  private static String profile() {
    return "mkdir -p profile/user && printf '%s' '"
        + SETTINGS
        + "' > profile/user/registrymodifications.xcu";
  }

  /**
   * A document as PDF.
   *
   * @param document {@link #LONGEST} bytes at most
   * @param format {@code docx} or {@code odt}
   * @throws CageRefused {@code cage.failed} if it cannot be read or the program is not there,
   *     {@code cage.time}, {@code cage.output}
   */
  public byte[] print(byte[] document, String format) throws CageRefused, IOException {
    if (!there() || document.length > LONGEST || !FORMATS.contains(format)) {
      throw new CageRefused("cage.failed");
    }
    var script =
        "cat > in."
            + format
            + " && "
            + profile()
            + " && soffice "
            + CALM
            + " --convert-to pdf:writer_pdf_Export --outdir out in."
            + format
            + " >/dev/null 2>&1 && cat out/in.pdf";
    return TOOL.run(script, document, LONGEST);
  }
}
