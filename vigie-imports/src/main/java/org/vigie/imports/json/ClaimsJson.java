package org.vigie.imports.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vigie.imports.Claim;

/** Claims as one line of JSON: {@code {"claims":[{"about":…,"name":…,"value":…}]}}. */
public final class ClaimsJson {

  private ClaimsJson() {}

  /** Writes them and a line end, and flushes. */
  public static void write(List<Claim> claims, OutputStream out) throws IOException {
    var json = new JsonBytes(out);
    var between = "{\"claims\":[{\"about\":";
    for (var claim : claims) {
      json.raw(ascii(between)).string(claim.about());
      json.raw(ascii(",\"name\":")).string(claim.name());
      json.raw(ascii(",\"value\":")).string(claim.value());
      json.raw('}');
      between = ",{\"about\":";
    }
    json.raw(ascii(claims.isEmpty() ? "{\"claims\":[]}\n" : "]}\n"));
    json.flush();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
