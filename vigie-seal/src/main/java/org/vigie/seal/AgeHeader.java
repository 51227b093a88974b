package org.vigie.seal;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyReader;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header of an age file and the nonce behind it, up to the key of the payload. The grammar of
 * C2SP age.md is checked here line by line, because Jagged reads more than it allows (trailing
 * spaces, any bytes in a type); Jagged then decodes and verifies it.
 */
final class AgeHeader {

  /** More than 500 hybrid recipients. */
  static final int MAX_LENGTH = 1 << 20;

  private static final String VERSION = "age-encryption.org/v1";
  private static final int NONCE = 16;
  private static final int STANZA_ROOM = 2048;
  private static final int FULL_LINE = 64;
  private static final Pattern STANZA = Pattern.compile("->(?: [!-~]++)+");
  private static final Pattern BODY = Pattern.compile("[A-Za-z0-9+/]{0,64}");
  private static final Pattern END = Pattern.compile("--- [A-Za-z0-9+/]{43}");

  private final InputStream in;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream(4096);

  private AgeHeader(InputStream in) {
    this.in = in;
  }

  /** Writes a header to {@code recipients} and answers the key of the payload to follow. */
  static SecretKeySpec write(OutputStream out, List<Recipient> recipients) throws IOException {
    var buffer = ByteBuffer.allocate((recipients.size() + 1) * STANZA_ROOM);
    List<RecipientStanzaWriter> writers = List.of(new StanzaWriter(recipients));
    try {
      var key = new StandardPayloadKeyWriter().writeFileHeader(buffer, writers);
      out.write(buffer.array(), 0, buffer.position());
      return payloadKey(key.getEncoded());
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }

  /** Reads a header and answers the key of the payload that follows in {@code in}. */
  static SecretKeySpec read(InputStream in, List<Identity> identities)
      throws IOException, SealRefused {
    var reader = new StanzaReader(identities);
    var header = new AgeHeader(in).lines();
    try {
      var key =
          new StandardPayloadKeyReader().getPayloadKey(ByteBuffer.wrap(header), List.of(reader));
      return payloadKey(key.getEncoded());
    } catch (SignatureException forged) {
      throw SealRefused.tampered();
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      // Jagged answers some malformed headers with unchecked exceptions.
      throw reader.refusal().orElseGet(SealRefused::malformed);
    }
  }

  private static SecretKeySpec payloadKey(byte[] key) {
    return new SecretKeySpec(key, "ChaCha20");
  }

  private byte[] lines() throws IOException, SealRefused {
    if (!VERSION.equals(line())) {
      throw SealRefused.malformed();
    }
    var line = line();
    while (STANZA.matcher(line).matches()) {
      body();
      line = line();
    }
    if (!END.matcher(line).matches()) {
      throw SealRefused.malformed();
    }
    var nonce = in.readNBytes(NONCE);
    if (nonce.length < NONCE) {
      throw SealRefused.truncated();
    }
    read.write(nonce);
    return read.toByteArray();
  }

  private void body() throws IOException, SealRefused {
    String line;
    do {
      line = line();
      if (!BODY.matcher(line).matches()) {
        throw SealRefused.malformed();
      }
    } while (line.length() == FULL_LINE);
  }

  private String line() throws IOException, SealRefused {
    var line = new StringBuilder(FULL_LINE);
    for (var octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw SealRefused.truncated();
      }
      if (read.size() + line.length() >= MAX_LENGTH) {
        throw SealRefused.malformed();
      }
      line.append((char) octet);
    }
    read.writeBytes(line.toString().getBytes(StandardCharsets.ISO_8859_1));
    read.write('\n');
    return line.toString();
  }
}
