package org.vigie.typeset;

import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The pictures of one document, each stored once. */
final class Images {

  private static final float JPEG_QUALITY = 0.88f;

  private final IdentityHashMap<Picture, String> names = new IdentityHashMap<>();
  private final COSDictionary resources = new COSDictionary();
  private final PDDocument document;

  Images(PDDocument document) {
    this.document = document;
  }

  /** The name under which pages know {@code picture}. */
  String resource(Picture picture) {
    return names.computeIfAbsent(
        picture,
        p -> {
          var name = "Im" + names.size();
          resources.setItem(name, encoded(p));
          return name;
        });
  }

  COSDictionary resources() {
    return resources;
  }

  private PDImageXObject encoded(Picture picture) {
    try {
      return picture.photograph()
          ? JPEGFactory.createFromImage(document, picture.pixels(), JPEG_QUALITY)
          : LosslessFactory.createFromImage(document, picture.pixels());
    } catch (IOException e) {
      throw new IllegalStateException("pixels in memory do not encode", e);
    }
  }
}
