package org.vigie.typeset;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A page being filled. */
final class Sheet {

  /** A link of the page and the element it belongs to. */
  record Link(Tag tag, PDRectangle area, java.net.URI target, String words) {}

  private final PDPage page = new PDPage(PDRectangle.A4);
  private final Ink ink;
  private final COSArray owners = new COSArray();
  private final List<Link> links = new ArrayList<>();

  Sheet(EmbeddedFaces faces) {
    ink = new Ink(faces);
  }

  PDPage page() {
    return page;
  }

  Ink ink() {
    return ink;
  }

  /** For each piece of marked content the element it belongs to. */
  COSArray owners() {
    return owners;
  }

  List<Link> links() {
    return links;
  }

  /** Begins content of {@code tag}; to be ended by {@link Ink#end}. */
  void begin(Tag tag) {
    var id = owners.size();
    ink.beginMarked(tag.type(), id);
    tag.content(page.getCOSObject(), id);
    owners.add(tag.dictionary());
  }
}
