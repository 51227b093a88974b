package org.vigie.imports.detect;

import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.imports.Source;

/**
 * One file within an archive that will be read.
 *
 * @param name with the archives and folders it lies in
 * @param source its bytes
 * @param companions names of the files that lie in the same archive
 */
record Part(String name, Source source, Set<String> companions) {

  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

  /** The folder it lies in. */
  String folder() {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  /** The last number in its name; names without one come last when these are sorted. */
  long number() {
    var digits = DIGITS.matcher(name.substring(name.lastIndexOf('/') + 1));
    var last = -1L;
    while (digits.find()) {
      last = Long.parseLong(digits.group());
    }
    return last;
  }
}
