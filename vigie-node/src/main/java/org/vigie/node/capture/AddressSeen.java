package org.vigie.node.capture;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * An address that a person saw, and when. The node never opens it. The exhibit beside it holds the
 * same in one file, so that it has a hash and a receipt.
 *
 * @param exhibit the note of it, as an exhibit
 * @param address exactly as it was typed
 * @param seen text of a {@link org.vigie.kernel.PartialDate}, or empty
 * @param words what was seen there, in the person's own words
 * @param attached exhibits that came with it: a saved page, screenshots
 */
public record AddressSeen(
    String exhibit, String address, String seen, String words, List<String> attached) {

  private static final int LONGEST_ADDRESS = 4_000;
  private static final int LONGEST_WORDS = 20_000;

  /** Reads tolerantly and cuts what is endless. */
  public AddressSeen {
    exhibit = text(exhibit);
    address = cut(text(address).replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), LONGEST_ADDRESS);
    seen = text(seen);
    words = cut(text(words), LONGEST_WORDS);
    attached = list(attached);
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /** The same with the exhibit it stands in. */
  public AddressSeen in(String itsExhibit, List<String> with) {
    return new AddressSeen(itsExhibit, address, seen, words, with);
  }

  /**
   * The file that is kept of it (docs/formats/exports.md).
   *
   * @param written the day it was written down, as in ISO 8601
   */
  public String file(String written) {
    return "vigie-address-note/1\naddress: "
        + address
        + "\nseen: "
        + seen
        + "\nwritten: "
        + written
        + "\n\n"
        + words.replace("\r\n", "\n")
        + "\n";
  }

  /**
   * The address so that no program makes a link of it: {@code hxxps://example[.]org/a}. Protects
   * against opening it by mistake; does not hide it.
   */
  public String defanged() {
    var rest = address;
    var scheme = "";
    var mark = rest.indexOf("://");
    if (mark > 0) {
      var named = rest.substring(0, mark);
      var safe = named.replaceFirst("(?i)^http", "hxxp").replaceFirst("(?i)^ftp", "fxp");
      scheme = safe + (safe.equals(named) ? "[://]" : "://");
      rest = rest.substring(mark + 3);
    }
    var end = rest.replaceFirst("[/?#].*", "").length();
    var host = rest.substring(0, end).replace(".", "[.]").replace("@", "[@]").replace(":", "[:]");
    return scheme + host + rest.substring(end);
  }
}
