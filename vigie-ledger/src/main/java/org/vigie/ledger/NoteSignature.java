package org.vigie.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature line of a note: C2SP signed-note.
 *
 * @param name name of the key
 * @param base64 the key id (4 bytes) and the signature, base 64
 */
public record NoteSignature(String name, String base64) {

  private static final String PREFIX = "\u2014 ";
  private static final String MALFORMED = "ledger.malformed-note";
  private static final int MAX_LENGTH = 8192;
  private static final int ID_LENGTH = 4;

  static NoteSignature of(NoteKey key, byte[] signature) {
    var bytes = ByteBuffer.allocate(ID_LENGTH + signature.length).putInt(key.id()).put(signature);
    return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(bytes.array()));
  }

  /** Reads one line, without its newline. */
  public static NoteSignature parse(String line) throws LedgerRefused {
    if (!line.startsWith(PREFIX) || line.length() > MAX_LENGTH) {
      throw new LedgerRefused(MALFORMED);
    }
    var space = line.indexOf(' ', PREFIX.length());
    if (space < 0) {
      throw new LedgerRefused(MALFORMED);
    }
    var name = line.substring(PREFIX.length(), space);
    var base64 = line.substring(space + 1);
    if (!NoteKey.isName(name) || StrictBase64.decode(base64, MALFORMED).length <= ID_LENGTH) {
      throw new LedgerRefused(MALFORMED);
    }
    return new NoteSignature(name, base64);
  }

  /** The line, with its newline. */
  public String line() {
    return PREFIX + name + " " + base64 + "\n";
  }

  int keyId() {
    return ByteBuffer.wrap(Base64.getDecoder().decode(base64)).getInt();
  }

  byte[] signature() {
    var all = Base64.getDecoder().decode(base64);
    return Arrays.copyOfRange(all, ID_LENGTH, all.length);
  }
}
