package org.vigie.evidence.rsmf;

import java.util.regex.Pattern;

/**
 * A file that came with a message.
 *
 * @param id its name within {@code rsmf.zip}, ours: ASCII, nothing personal
 * @param display the name the message gives it; review software shows a picture where this ends
 *     like one
 * @param bytes the file; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record RsmfAttachment(String id, String display, byte[] bytes) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Refuses names that a zip of another machine might read otherwise. */
  public RsmfAttachment {
    if (!NAME.matcher(id).matches() || id.equals(RsmfFile.MANIFEST) || display.isEmpty()) {
      throw new IllegalArgumentException("Not the name of an attachment");
    }
  }
}
