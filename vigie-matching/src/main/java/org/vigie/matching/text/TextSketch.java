package org.vigie.matching.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What is kept of a text for comparing: its fragments by letters and by sound. Protects the text
 * against anyone without the key; does not protect it against frequency counts over many sketches,
 * so its {@link #encoded()} form belongs sealed.
 *
 * @param writing the script of the text
 * @param letters fragments of {@link TextFold}; empty when the text is too short to recognise
 * @param sounds fragments of {@link SoundFold}; empty for scripts without
 */
public record TextSketch(Writing writing, Fragments letters, Fragments sounds) {

  /** Whether there is anything to compare. */
  public boolean isComparable() {
    return letters.size() > 0 || sounds.size() > 0;
  }

  /** The bytes to seal and store: version, script, counts and tokens, big-endian. */
  public byte[] encoded() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeShort(TextFold.VERSION);
      out.writeByte(writing.code());
      write(letters, out);
      write(sounds, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws IllegalArgumentException if the bytes are not that, or of another version: then the
   *     text has to be sketched again
   */
  public static TextSketch parse(byte[] encoded) {
    try (var in = new DataInputStream(new ByteArrayInputStream(encoded))) {
      if (in.readUnsignedShort() != TextFold.VERSION) {
        throw new IllegalArgumentException("a sketch of another version");
      }
      var sketch = new TextSketch(Writing.ofCode(in.readUnsignedByte()), read(in), read(in));
      if (in.available() > 0) {
        throw new IllegalArgumentException("not a sketch");
      }
      return sketch;
    } catch (IOException shortened) {
      throw new IllegalArgumentException("not a sketch", shortened);
    }
  }

  private static void write(Fragments fragments, DataOutputStream out) throws IOException {
    out.writeInt(fragments.size());
    for (var token : fragments.tokens()) {
      out.writeInt(token);
    }
  }

  private static Fragments read(DataInputStream in) throws IOException {
    var count = in.readInt();
    if (count < 0 || count > in.available() / Integer.BYTES) {
      throw new IllegalArgumentException("not a sketch");
    }
    var tokens = new int[count];
    for (var i = 0; i < count; i++) {
      tokens[i] = in.readInt();
    }
    return Fragments.of(tokens);
  }
}
