package org.vigie.node.witness.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.vigie.kernel.Refusal;
import org.vigie.node.shell.Upload;

/** Small texts that keepers carry between houses. */
final class Files {

  private static final int LONGEST = 128 * 1024;

  private Files() {}

  /** The first file of an upload as a text; empty where there is none, or one too long. */
  static String read(Upload upload) throws Refusal, IOException {
    var text = "";
    for (var part = upload.next(); part.isPresent(); part = upload.next()) {
      var bytes = part.get().bytes().readNBytes(LONGEST + 1);
      part.get().bytes().transferTo(OutputStream.nullOutputStream());
      if (text.isEmpty() && bytes.length <= LONGEST) {
        // An editor or a mail on the way may have changed how lines end.
        text = new String(bytes, UTF_8).replace("\r\n", "\n");
      }
    }
    return text;
  }

  static void hand(HttpServletResponse response, String name, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
