package org.vigie.imports.detect;

import java.util.regex.Pattern;

/**
 * Pictures, sounds and films, told by their first bytes, so that nobody unpacks them for nothing.
 */
final class MediaFiles {

  private static final byte[][] STARTS = {
    {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
    {(byte) 0x89, 'P', 'N', 'G'},
    {'G', 'I', 'F', '8'},
    {'R', 'I', 'F', 'F'},
    {'O', 'g', 'g', 'S'},
    {'I', 'D', '3'},
    {'#', '!', 'A', 'M', 'R'},
    {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3},
  };

  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*\\.(jpe?g|png|gif|webp|heic|mp4|mov|3gp|webm|opus|ogg|oga|m4a|mp3|aac|amr|wav|pdf"
              + "|docx?|xlsx?|pptx?|tgs|css|js\\.map|woff2?|ico|svg)");

  private MediaFiles() {}

  /** Whether the name says so; such files are looked at last. */
  static boolean isNamedSo(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether a document begins like one of them. */
  static boolean recognises(byte[] head) {
    for (var start : STARTS) {
      if (begins(head, 0, start)) {
        return true;
      }
    }
    return begins(head, 4, new byte[] {'f', 't', 'y', 'p'});
  }

  private static boolean begins(byte[] head, int at, byte[] start) {
    if (head.length < at + start.length) {
      return false;
    }
    for (var i = 0; i < start.length; i++) {
      if (head[at + i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
