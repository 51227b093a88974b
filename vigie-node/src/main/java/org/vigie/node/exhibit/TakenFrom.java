package org.vigie.node.exhibit;

/**
 * Where something that was taken out lay, as the step of taking out notes it: {@code exhibit} for a
 * file of an archive that a message names, {@code exhibit@at} for one in mail or a backup, and
 * {@code exhibit/enough/path} for one taken from the list of an archive.
 *
 * @param exhibit identifier of what it came in
 * @param at where the message that names it begins; -1 where its name tells it
 * @param enough so many characters from the end of the path on a name must have to mean the file; 0
 *     where the name of the file will do
 * @param path of the file in the archive, or empty
 */
record TakenFrom(String exhibit, long at, int enough, String path) {

  private static final char AT = '@';
  private static final char WITHIN = '/';

  /** Of a file that a message names. */
  static TakenFrom message(String exhibit, long at) {
    return new TakenFrom(exhibit, at, 0, "");
  }

  /** Of a file in the list of an archive. */
  static TakenFrom list(String exhibit, int enough, String path) {
    return new TakenFrom(exhibit, -1, enough, path);
  }

  /** Reads what a step notes, tolerantly. */
  static TakenFrom parse(String noted) {
    var end = 0;
    while (end < noted.length() && noted.charAt(end) != AT && noted.charAt(end) != WITHIN) {
      end++;
    }
    var exhibit = noted.substring(0, end);
    var rest = noted.substring(Math.min(noted.length(), end + 1));
    if (end < noted.length() && noted.charAt(end) == WITHIN) {
      var parts = rest.split("/", 2);
      return list(exhibit, (int) number(parts[0]), parts.length > 1 ? parts[1] : "");
    }
    return message(exhibit, end < noted.length() ? number(rest) : -1);
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  /** What is noted. */
  String text() {
    if (!path.isEmpty()) {
      return exhibit + WITHIN + enough + WITHIN + path;
    }
    return at < 0 ? exhibit : exhibit + AT + at;
  }

  /** Whether a message means the file in the list by {@code name}. */
  boolean means(String name) {
    if (path.equals(name)) {
      return true;
    }
    return enough == 0
        ? fileName(path).equalsIgnoreCase(fileName(name))
        : name.length() >= enough && path.endsWith("/" + name);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
