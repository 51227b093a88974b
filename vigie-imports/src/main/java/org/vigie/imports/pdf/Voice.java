package org.vigie.imports.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Follows the content of pages and notes what a screen reader would speak. */
final class Voice extends PDFStreamEngine {

  /** Elements that are part of a line, not blocks of their own. */
  private static final Set<String> INLINE = Set.of("Span", "Link");

  private final StringBuilder out = new StringBuilder();

  /** For each open sequence whether what is inside it is silent. */
  private final Deque<Boolean> silent = new ArrayDeque<>();

  /** For each page's key the elements its marked content belongs to. */
  private final Map<Integer, COSArray> owners = new HashMap<>();

  private @Nullable COSArray onThisPage;
  private @Nullable COSDictionary block;

  Voice(PDDocument document) {
    addOperator(new BeginMarkedContentSequence(this));
    addOperator(new BeginMarkedContentSequenceWithProperties(this));
    addOperator(new EndMarkedContentSequence(this));
    addOperator(new DrawObject(this));
    addOperator(new Concatenate(this));
    addOperator(new Restore(this));
    addOperator(new Save(this));
    addOperator(new SetGraphicsStateParameters(this));
    addOperator(new SetMatrix(this));
    addOperator(new BeginText(this));
    addOperator(new EndText(this));
    addOperator(new MoveText(this));
    addOperator(new MoveTextSetLeading(this));
    addOperator(new NextLine(this));
    addOperator(new SetFontAndSize(this));
    addOperator(new ShowText(this));
    addOperator(new ShowTextAdjusted(this));
    addOperator(new ShowTextLine(this));
    addOperator(new ShowTextLineAndSpace(this));
    var root = document.getDocumentCatalog().getStructureTreeRoot();
    var tree = root == null ? null : root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE);
    var numbers = tree == null ? null : tree.getCOSArray(COSName.NUMS);
    for (var i = 0; numbers != null && i + 1 < numbers.size(); i += 2) {
      if (numbers.getObject(i + 1) instanceof COSArray elements) {
        owners.put(numbers.getInt(i), elements);
      }
    }
  }

  void read(PDPage page) throws IOException {
    onThisPage = owners.get(page.getCOSObject().getInt(COSName.STRUCT_PARENTS, -1));
    processPage(page);
    out.append('\n');
  }

  String words() {
    return out.toString();
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    var quiet = !silent.isEmpty() && silent.peek();
    if (silent.isEmpty() && properties != null) {
      separate(properties.getInt(COSName.MCID, -1));
    }
    var actual = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
    if (actual != null && !quiet) {
      out.append(actual);
    }
    silent.push(quiet || actual != null || tag.getName().equals("Artifact"));
  }

  /** Begins a line of its own when the content belongs to another block than what came before. */
  private void separate(int id) {
    var page = onThisPage;
    if (page != null && id >= 0 && id < page.size()) {
      var owner = (COSDictionary) page.getObject(id);
      while (owner != null && INLINE.contains(String.valueOf(owner.getNameAsString(COSName.S)))) {
        owner = owner.getCOSDictionary(COSName.P);
      }
      if (!Objects.equals(owner, block)) {
        out.append('\n');
      }
      block = owner;
    }
  }

  @Override
  public void endMarkedContentSequence() {
    silent.poll();
    if (silent.isEmpty() && onThisPage == null) {
      out.append('\n');
    }
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    if (silent.isEmpty() || !silent.peek()) {
      var text = font.toUnicode(code);
      if (text != null) {
        out.append(text);
      }
    }
  }
}
