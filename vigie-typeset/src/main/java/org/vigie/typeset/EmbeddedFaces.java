package org.vigie.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The faces one document uses. */
final class EmbeddedFaces implements AutoCloseable {

  private final Map<Typeface, EmbeddedFace> faces = new EnumMap<>(Typeface.class);

  EmbeddedFace of(Typeface face) {
    return faces.computeIfAbsent(
        face,
        f -> {
          try {
            return new EmbeddedFace(f, "F" + faces.size());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Writes every face into {@code document} and returns the dictionary pages refer to. */
  COSDictionary finish(PDDocument document) throws IOException {
    var all = new COSDictionary();
    for (var face : faces.values()) {
      face.finish(document);
      all.setItem(face.resource(), face.dictionary());
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    for (var face : faces.values()) {
      face.close();
    }
  }
}
