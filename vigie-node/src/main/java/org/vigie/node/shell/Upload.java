package org.vigie.node.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.jspecify.annotations.Nullable;

/**
 * A form with files, read part by part as it arrives: no byte of it is ever written to a disk here
 * (S-02). The form's token must be the first part (S-17), so nothing is handed out for a form that
 * is not ours. Protects against endless parts, headers, fields, files and bodies (S-88); does not
 * judge what a file contains.
 *
 * <p>A controller takes it as a parameter, calls {@link #next} until it is empty and then {@link
 * #form}; if it throws, whatever it began must leave nothing. Not for several threads.
 */
public final class Upload {

  private static final int HEADER_BYTES = 8_192;
  private static final int BUFFER = 65_536;

  private final MultipartStream parts;
  private final UploadBody body;
  private final UploadLimits limits;
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private int seen;
  private long fieldBytes;
  private boolean begun;
  private boolean ended;

  /**
   * Starts reading.
   *
   * @param stream the request's body
   * @param boundary the boundary its content type names
   * @param limits what one upload may bring
   * @param pace how fast it has to come
   */
  Upload(InputStream stream, String boundary, UploadLimits limits, UploadPace pace)
      throws UploadRefused {
    this.limits = limits;
    this.body = new UploadBody(stream, pace);
    try {
      this.parts =
          new MultipartStream(body, boundary.getBytes(StandardCharsets.ISO_8859_1), BUFFER, null);
      parts.setPartHeaderSizeMax(HEADER_BYTES);
      parts.setHeaderEncoding("UTF-8");
    } catch (IllegalArgumentException boundaryTooLong) {
      throw UploadRefused.malformed();
    }
  }

  /**
   * Checks that the first part is the form's token.
   *
   * @throws ShellRefused if it is another or none
   */
  void requireToken(String expected) throws ShellRefused, UploadRefused, IOException {
    var headers = nextHeaders();
    if (headers == null || headers.fileName() != null || !"_csrf".equals(headers.field())) {
      throw ShellRefused.foreignForm();
    }
    var sent = readField();
    if (!MessageDigest.isEqual(
        sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
      throw ShellRefused.foreignForm();
    }
  }

  /**
   * The next file, after the fields before it were read; empty at the end of the form. A file field
   * in which no file was chosen is passed over.
   *
   * @throws UploadRefused if the upload is malformed or over a limit
   * @throws IOException if it is cut
   */
  public Optional<FilePart> next() throws UploadRefused, IOException {
    for (var headers = nextHeaders(); headers != null; headers = nextHeaders()) {
      if (headers.fileName() == null) {
        fields.computeIfAbsent(headers.field(), _ -> new ArrayList<>()).add(readField());
      } else if (!headers.fileName().isEmpty()) {
        return Optional.of(
            new FilePart(
                headers.field(),
                headers.fileName(),
                headers.contentType(),
                new UploadFile(parts.newInputStream(), limits)));
      }
    }
    return Optional.empty();
  }

  /** The fields read so far; all of them once {@link #next} was empty. */
  public Form form() {
    return Form.of(fields);
  }

  /** The frame's own field {@code name}, among those read so far. */
  Optional<String> own(String name) {
    return Optional.ofNullable(fields.get(name)).map(List::getFirst);
  }

  /** Reads to the end without keeping any file: what was typed is then in {@link #form}. */
  public Form formWithoutFiles() throws UploadRefused, IOException {
    for (var file = next(); file.isPresent(); file = next()) {
      file.get().bytes().transferTo(java.io.OutputStream.nullOutputStream());
    }
    return form();
  }

  private @Nullable PartHeaders nextHeaders() throws UploadRefused, IOException {
    if (ended) {
      return null;
    }
    try {
      var more = begun ? parts.readBoundary() : parts.skipPreamble();
      begun = true;
      if (!more) {
        ended = true;
        return null;
      }
      seen++;
      if (seen > limits.parts()) {
        throw UploadRefused.tooManyParts(limits.parts());
      }
      var headers = PartHeaders.parse(parts.readHeaders());
      if (!headers.usable()) {
        throw UploadRefused.malformed();
      }
      return headers;
    } catch (FileUploadIOException headerTooLong) {
      throw UploadRefused.malformed();
    } catch (MultipartStream.MalformedStreamException malformed) {
      throw body.complete() ? UploadRefused.malformed() : UploadRefused.cut();
    }
  }

  private String readField() throws UploadRefused, IOException {
    var bytes = new ByteArrayOutputStream();
    try (var in = parts.newInputStream()) {
      var buffer = new byte[8_192];
      for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        fieldBytes += n;
        if (fieldBytes > limits.fieldBytes()) {
          throw UploadRefused.fieldTooLarge(limits.fieldBytes());
        }
        bytes.write(buffer, 0, n);
      }
    } catch (MultipartStream.MalformedStreamException malformed) {
      throw UploadRefused.cut();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
