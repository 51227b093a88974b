package org.vigie.typeset;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Puts pages, structure, outline, attachments and metadata together as one file. */
final class Assembly {

  private final PDDocument pdf;
  private final Document document;
  private final Tag root;

  Assembly(PDDocument pdf, Document document, Tag root) {
    this.pdf = pdf;
    this.document = document;
    this.root = root;
  }

  /** Adds the pages and the tree that leads from what they show to the structure. */
  void pages(List<Sheet> sheets, COSDictionary fonts, COSDictionary images) throws IOException {
    var resources = new COSDictionary();
    resources.setItem(COSName.FONT, fonts);
    resources.setItem(COSName.XOBJECT, images);
    var numbers = new COSArray();
    var key = 0;
    for (var sheet : sheets) {
      var page = sheet.page().getCOSObject();
      page.setItem(COSName.RESOURCES, resources);
      page.setItem(
          COSName.CONTENTS,
          new PDStream(pdf, new ByteArrayInputStream(sheet.ink().bytes()), COSName.FLATE_DECODE));
      page.setInt(COSName.STRUCT_PARENTS, key);
      page.setName(COSName.getPDFName("Tabs"), "S");
      numbers.add(COSInteger.get(key++));
      numbers.add(sheet.owners());
      pdf.addPage(sheet.page());
    }
    for (var sheet : sheets) {
      key = links(sheet, numbers, key);
    }
    var tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.dictionary().setItem(COSName.PARENT_TREE, tree);
    root.dictionary().setInt(COSName.PARENT_TREE_NEXT_KEY, key);
  }

  private static int links(Sheet sheet, COSArray numbers, int firstKey) {
    var key = firstKey;
    var page = sheet.page().getCOSObject();
    var annotations = new COSArray();
    for (var link : sheet.links()) {
      var action = new COSDictionary();
      action.setName(COSName.S, "URI");
      action.setString(COSName.URI, link.target().toASCIIString());
      var annotation = new COSDictionary();
      annotation.setItem(COSName.TYPE, COSName.ANNOT);
      annotation.setName(COSName.SUBTYPE, "Link");
      annotation.setItem(COSName.RECT, link.area().getCOSArray());
      annotation.setString(COSName.CONTENTS, link.words());
      annotation.setInt(COSName.F, 4);
      annotation.setItem(COSName.BORDER, array(0, 0, 0));
      annotation.setItem(COSName.A, action);
      annotation.setInt(COSName.STRUCT_PARENT, key);
      link.tag().annotation(page, annotation);
      annotations.add(annotation);
      numbers.add(COSInteger.get(key++));
      numbers.add(link.tag().dictionary());
    }
    if (!sheet.links().isEmpty()) {
      page.setItem(COSName.ANNOTS, annotations);
    }
    return key;
  }

  private static COSArray array(int... numbers) {
    var array = new COSArray();
    for (var number : numbers) {
      array.add(COSInteger.get(number));
    }
    return array;
  }

  /** The headings as an outline. */
  void outline(List<BlockSetter.Mark> marks) {
    if (marks.isEmpty()) {
      return;
    }
    var outline = new PDDocumentOutline();
    var path = new ArrayList<PDOutlineNode>(List.of(outline));
    var levels = new ArrayList<Integer>(List.of(0));
    for (var mark : marks) {
      while (levels.getLast() >= mark.level()) {
        levels.removeLast();
        path.removeLast();
      }
      var item = new PDOutlineItem();
      item.setTitle(mark.words());
      item.setDestination(destination(mark.sheet().page(), mark.y()));
      path.getLast().addLast(item);
      path.add(item);
      levels.add(mark.level());
    }
    outline.openNode();
    pdf.getDocumentCatalog().setDocumentOutline(outline);
  }

  private static PDPageXYZDestination destination(PDPage page, double y) {
    var destination = new PDPageXYZDestination();
    destination.setPage(page);
    destination.setLeft(0);
    destination.setTop((int) Math.ceil(y) + 4);
    return destination;
  }

  /** The files it carries (ISO 19005-3, 6.8). */
  void attachments() throws IOException {
    if (document.attachments().isEmpty()) {
      return;
    }
    var names = new COSArray();
    var associated = new COSArray();
    var sorted =
        document.attachments().stream().sorted(Comparator.comparing(Attachment::name)).toList();
    for (var attachment : sorted) {
      var file = specification(attachment);
      names.add(new COSString(attachment.name()));
      names.add(file);
      associated.add(file);
    }
    var tree = new COSDictionary();
    tree.setItem(COSName.NAMES, names);
    var dictionary = new COSDictionary();
    dictionary.setItem(COSName.EMBEDDED_FILES, tree);
    var catalogue = pdf.getDocumentCatalog().getCOSObject();
    catalogue.setItem(COSName.NAMES, dictionary);
    catalogue.setItem(COSName.AF, associated);
  }

  private COSDictionary specification(Attachment attachment) throws IOException {
    var bytes = new ByteArrayInputStream(attachment.bytes());
    var embedded = new PDEmbeddedFile(pdf, bytes, COSName.FLATE_DECODE);
    embedded.setSubtype(attachment.mediaType());
    embedded.setSize(attachment.bytes().length);
    embedded.setModDate(date());
    var files = new COSDictionary();
    files.setItem(COSName.F, embedded);
    files.setItem(COSName.UF, embedded);
    var file = new COSDictionary();
    file.setItem(COSName.TYPE, COSName.FILESPEC);
    file.setString(COSName.F, attachment.name());
    file.setString(COSName.UF, attachment.name());
    file.setString(COSName.DESC, attachment.description());
    file.setItem(COSName.EF, files);
    file.setName(COSName.getPDFName("AFRelationship"), attachment.relationship().pdfName());
    return file;
  }

  /** Everything a reader asks of the whole: structure, language, colours, metadata. */
  void catalogue() throws IOException {
    pdf.setVersion(1.7f);
    var catalogue = pdf.getDocumentCatalog();
    var dictionary = catalogue.getCOSObject();
    dictionary.setItem(COSName.STRUCT_TREE_ROOT, root.dictionary());
    dictionary.setItem(COSName.getPDFName("MarkInfo"), flag("Marked"));
    dictionary.setItem(COSName.getPDFName("ViewerPreferences"), flag("DisplayDocTitle"));
    catalogue.setLanguage(document.language().tag());
    var profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    var intent = new PDOutputIntent(pdf, new ByteArrayInputStream(profile));
    intent.setInfo("sRGB IEC61966-2.1");
    intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
    catalogue.addOutputIntent(intent);
    catalogue.setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(Xmp.of(document))));
    var information = pdf.getDocumentInformation();
    information.setTitle(Xmp.title(document));
    information.setCreationDate(date());
    information.setModificationDate(date());
  }

  private static COSBase flag(String name) {
    var dictionary = new COSDictionary();
    dictionary.setBoolean(COSName.getPDFName(name), true);
    return dictionary;
  }

  private GregorianCalendar date() {
    return GregorianCalendar.from(document.date().atZone(ZoneOffset.UTC));
  }
}
