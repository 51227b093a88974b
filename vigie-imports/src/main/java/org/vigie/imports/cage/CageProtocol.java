package org.vigie.imports.cage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes over the two pipes of a cage. Down: a job, then exactly the bytes that were asked for.
 * Up: frames of a kind, a length and a body.
 */
public final class CageProtocol {

  /** Up: send bytes from an offset (long), that many (int). Answered by a count and bytes. */
  public static final byte NEED = 'R';

  /** Up: a piece of the result. */
  public static final byte OUTPUT = 'O';

  /** Up: a piece of the report. */
  public static final byte REPORT = 'P';

  /** Up: refused; a key and details, a line each. Nothing follows. */
  public static final byte REFUSED = 'E';

  /** Up: done; facts, {@code key=value}, a line each. Nothing follows. */
  public static final byte DONE = 'D';

  /** The most bytes of a frame or an answer. */
  public static final int LARGEST = 256 * 1024;

  private CageProtocol() {}

  /** Sends a job and the length of its document. */
  public static void sendJob(DataOutputStream down, CageJob job, long length) throws IOException {
    var all = new TreeMap<>(job.options());
    all.put("job", job.name());
    all.put("length", Long.toString(length));
    var body = lines(all);
    down.writeInt(body.length);
    down.write(body);
    down.flush();
  }

  /** Reads a job; its name is under {@code job}, its length under {@code length}. */
  public static Map<String, String> readJob(DataInputStream down) throws IOException {
    return facts(body(down, down.readInt()));
  }

  /** Sends a frame. */
  public static void send(DataOutputStream up, byte kind, byte[] body, int length)
      throws IOException {
    up.writeByte(kind);
    up.writeInt(length);
    up.write(body, 0, length);
  }

  /** Reads the body of a frame whose length was read. */
  public static byte[] body(DataInputStream up, int length) throws IOException {
    if (length < 0 || length > LARGEST) {
      throw new IOException("frame out of bounds");
    }
    var body = up.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return body;
  }

  /** Facts as lines. */
  public static byte[] lines(Map<String, String> facts) {
    var text = new StringBuilder();
    facts.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Lines as facts; lines without {@code =} are left out. */
  public static Map<String, String> facts(byte[] body) {
    var all = new TreeMap<String, String>();
    new String(body, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.indexOf('=') > 0)
        .forEach(line -> {
          var at = line.indexOf('=');
          all.put(line.substring(0, at), line.substring(at + 1));
        });
    return all;
  }
}
