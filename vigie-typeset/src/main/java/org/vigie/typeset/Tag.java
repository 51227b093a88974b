package org.vigie.typeset;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/** An element of the structure tree (ISO 32000-1, 14.7.2). */
final class Tag {

  private final COSDictionary dictionary = new COSDictionary();
  private final COSArray kids = new COSArray();
  private final String type;

  /** The root of the tree; not an element itself. */
  Tag() {
    type = "StructTreeRoot";
    dictionary.setName(COSName.TYPE, type);
    dictionary.setItem(COSName.K, kids);
  }

  private Tag(Tag parent, String type) {
    this.type = type;
    dictionary.setName(COSName.TYPE, "StructElem");
    dictionary.setName(COSName.S, type);
    dictionary.setItem(COSName.P, parent.dictionary);
    dictionary.setItem(COSName.K, kids);
    parent.kids.add(dictionary);
  }

  /** A new last child. */
  Tag child(String childType) {
    return new Tag(this, childType);
  }

  /** A new last child with the language of {@code text}. */
  Tag child(String childType, Text text) {
    return child(childType).language(text.language());
  }

  String type() {
    return type;
  }

  COSDictionary dictionary() {
    return dictionary;
  }

  Tag language(String tag) {
    dictionary.setString(COSName.LANG, tag);
    return this;
  }

  Tag alternative(String words) {
    dictionary.setString(COSName.ALT, words);
    return this;
  }

  /** Sets one attribute of {@code owner} (ISO 32000-1, 14.8.5). */
  Tag attribute(String owner, String name, COSBase value) {
    var attributes = (COSDictionary) dictionary.getDictionaryObject(COSName.A);
    if (attributes == null) {
      attributes = new COSDictionary();
      attributes.setName(COSName.O, owner);
      dictionary.setItem(COSName.A, attributes);
    }
    attributes.setItem(COSName.getPDFName(name), value);
    return this;
  }

  /** Adds marked content of a page. */
  void content(COSDictionary page, int id) {
    var reference = new COSDictionary();
    reference.setName(COSName.TYPE, "MCR");
    reference.setItem(COSName.PG, page);
    reference.setItem(COSName.MCID, COSInteger.get(id));
    kids.add(reference);
  }

  /** Adds an annotation of a page. */
  void annotation(COSDictionary page, COSDictionary annotation) {
    var reference = new COSDictionary();
    reference.setName(COSName.TYPE, "OBJR");
    reference.setItem(COSName.PG, page);
    reference.setItem(COSName.OBJ, annotation);
    kids.add(reference);
  }
}
