package org.vigie.node.cage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents as word processors write them, as small as they can be. */
public final class OfficeDocuments {

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

  private OfficeDocuments() {}

  /** A document of Word, a page for each of {@code pages}. */
  public static byte[] docx(String... pages) {
    var body = new StringBuilder();
    for (var page : pages) {
      var before = body.isEmpty() ? "" : "<w:pPr><w:pageBreakBefore/></w:pPr>";
      body.append("<w:p>").append(before).append("<w:r><w:t>").append(page);
      body.append("</w:t></w:r></w:p>");
    }
    var files = new LinkedHashMap<String, String>();
    files.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd."
            + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    files.put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
            + "2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    files.put(
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body>"
            + body
            + "<w:sectPr/></w:body></w:document>");
    return zip(files);
  }

  /** A document of Word whose words can be read, but without what office suites need to open it. */
  public static byte[] broken() {
    var files = new LinkedHashMap<String, String>();
    files.put(
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:r><w:t>he called</w:t></w:r></w:p></w:body></w:document>");
    return zip(files);
  }

  /** An OpenDocument text. */
  public static byte[] odt(String words) {
    return odt("", "<text:p>" + words + "</text:p>", Map.of());
  }

  /** One whose macro is bound to its opening, and with a part linked to the file {@code linked}. */
  static byte[] withMacro(String words, String linked) {
    var script =
        "<office:scripts><office:event-listeners><script:event-listener"
            + " script:language=\"ooo:script\" script:event-name=\"dom:load\""
            + " xlink:href=\"vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;"
            + "location=document\" xlink:type=\"simple\"/></office:event-listeners>"
            + "</office:scripts>";
    var body =
        "<text:p>"
            + words
            + "</text:p><text:section text:name=\"s\"><text:section-source"
            + " xlink:type=\"simple\" xlink:href=\"file://"
            + linked
            + "\"/>"
            + "<text:p>linked</text:p></text:section>";
    var library = "xmlns:library=\"http://openoffice.org/2000/library\"";
    var basic = new LinkedHashMap<String, String>();
    basic.put(
        "Basic/script-lc.xml",
        "<library:libraries "
            + library
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><library:library"
            + " library:name=\"Standard\" library:link=\"false\"/></library:libraries>");
    basic.put(
        "Basic/Standard/script-lb.xml",
        "<library:library "
            + library
            + " library:name=\"Standard\" library:readonly=\"false\""
            + " library:passwordprotected=\"false\"><library:element library:name=\"Module1\"/>"
            + "</library:library>");
    basic.put(
        "Basic/Standard/Module1.xml",
        "<script:module xmlns:script=\"http://openoffice.org/2000/script\""
            + " script:name=\"Module1\" script:language=\"StarBasic\">Sub Main\n"
            + "ThisComponent.Text.setString(&quot;MARK&quot;)\nEnd Sub\n</script:module>");
    return odt(script, body, basic);
  }

  private static byte[] odt(String scripts, String body, Map<String, String> more) {
    var files = new LinkedHashMap<String, String>();
    files.put("mimetype", "application/vnd.oasis.opendocument.text");
    files.put(
        "content.xml",
        "<office:document-content office:version=\"1.2\""
            + space("office")
            + space("text")
            + space("script")
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + " xmlns:dom=\"http://www.w3.org/2001/xml-events\""
            + " xmlns:ooo=\"http://openoffice.org/2004/office\">"
            + scripts
            + "<office:body><office:text>"
            + body
            + "</office:text></office:body></office:document-content>");
    files.putAll(more);
    var manifest = new StringBuilder("<manifest:manifest manifest:version=\"1.2\"");
    manifest.append(space("manifest")).append("><manifest:file-entry manifest:full-path=\"/\"");
    manifest.append(" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>");
    for (var name : files.keySet()) {
      manifest.append("<manifest:file-entry manifest:full-path=\"").append(name);
      manifest.append("\" manifest:media-type=\"text/xml\"/>");
    }
    files.put("META-INF/manifest.xml", manifest.append("</manifest:manifest>").toString());
    return zip(files);
  }

  private static String space(String name) {
    return " xmlns:" + name + "=\"" + OASIS + name + ":1.0\"";
  }

  private static byte[] zip(Map<String, String> files) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        var plain = file.getKey().equals("mimetype");
        var bytes = (plain ? file.getValue() : XML + file.getValue()).getBytes(UTF_8);
        var entry = new ZipEntry(file.getKey());
        if (plain) {
          var crc = new CRC32();
          crc.update(bytes);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(bytes.length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
