package org.vigie.imports.sms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.text.Base64Bytes;
import org.vigie.imports.xml.MalformedXml;
import org.vigie.imports.xml.XmlPull;
import org.vigie.imports.xml.XmlPull.Token;

/** Takes files of picture messages out of a backup of text messages. */
public final class SmsFiles {

  private static final Set<String> RECORDS = Set.of("sms", "mms", "call", "log");

  private SmsFiles() {}

  /** Whether a document is such a backup. */
  public static boolean mayHold(byte[] head) {
    return new SmsReader().recognises(head);
  }

  /**
   * Writes the file whose message begins at {@code at}.
   *
   * @throws ImportRefused {@code import.enclosed-missing} if none does, or it is longer than a
   *     message may be
   * @throws IOException if bytes cannot be had or passed on
   */
  public static void copy(Source source, long at, OutputStream out)
      throws ImportRefused, IOException {
    var longest = ImportLimits.USUAL.messageBytes();
    try (var in = source.open(Math.min(at, source.length()))) {
      var pull = new XmlPull(in, longest, Set.of());
      var data = data(pull);
      if (data == null || pull.wasCut()) {
        throw new ImportRefused("import.enclosed-missing");
      }
      Base64Bytes.decode(new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8)), out);
    } catch (MalformedXml none) {
      throw new ImportRefused("import.enclosed-missing");
    }
  }

  /** The first file of the first message, or of the part that stands there. */
  private static @Nullable String data(XmlPull pull) throws IOException, MalformedXml {
    var records = 0;
    for (var token = pull.next(); token != Token.DONE; token = pull.next()) {
      if (token == Token.START) {
        records += RECORDS.contains(pull.name()) ? 1 : 0;
        if (records > 1) {
          return null;
        }
        if (pull.name().equals("part") && isFile(String.valueOf(pull.attribute("ct")))) {
          return pull.attribute("data");
        }
      }
      pull.forget();
    }
    return null;
  }

  private static boolean isFile(String type) {
    return !type.equals("text/plain") && !type.equals("application/smil");
  }
}
