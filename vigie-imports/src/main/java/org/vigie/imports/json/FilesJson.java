package org.vigie.imports.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vigie.imports.archive.Listed;

/** Files of an archive, a line of JSON each: {@code {"name":…,"size":…}} or {@code "closed"}. */
public final class FilesJson {

  private static final byte[] NAME = ascii("{\"name\":");
  private static final byte[] SIZE = ascii(",\"size\":");
  private static final byte[] CLOSED = ascii(",\"closed\":true");

  private FilesJson() {}

  /** Writes them and flushes. */
  public static void write(List<Listed> files, OutputStream out) throws IOException {
    var json = new JsonBytes(out);
    for (var file : files) {
      json.raw(NAME).string(file.name()).raw(SIZE).number(file.size());
      if (file.closed()) {
        json.raw(CLOSED);
      }
      json.raw('}').raw('\n');
    }
    json.flush();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
