package org.vigie.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.imports.web.Warcs.utf8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.imports.tar.Tars;
import org.vigie.imports.zip.Zips;
import org.vigie.testkit.Trials;

class WarcReaderTest {

  private static final String ADDRESS = "https://example.org/a";
  private static final String PAGE =
      """
      <!doctype html><html><head><title>Night &amp; day</title>
      <style>p { color: red }</style><script>if (a < b) { say("</p>"); }</script></head>
      <body class=x><h1>Caf&eacute;</h1><p>one <b>two</b>
      three<!-- not <p> seen --> &#1210; 3 < 4</p><ul><li>ئۆيۈڭ<li>家</ul>
      """;

  private static Reads read(byte[] bytes) throws Exception {
    return Reads.bytes(bytes, ReadOptions.NONE);
  }

  @Test
  void gives_the_words_of_a_page_with_address_and_date() throws Exception {
    var read =
        read(
            new Warcs()
                .info()
                .record("request", ADDRESS, "application/http", utf8("GET /a HTTP/1.1\r\n\r\n"))
                .page(ADDRESS, PAGE)
                .record("metadata", ADDRESS, "application/warc-fields", utf8("via: x\r\n"))
                .bytes());
    var message = read.only();
    assertThat(message.text())
        .isEqualTo(
            ADDRESS + "\nHTTP/1.1 200 OK\n\nNight & day\nCafé\none two three Һ 3 < 4\nئۆيۈڭ\n家");
    assertThat(message.chat()).isEqualTo(ADDRESS);
    assertThat(message.line()).isEqualTo(3);
    assertThat(message.when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4, 5));
    assertThat(message.when().offset()).isEqualTo(ZoneOffset.UTC);
    assertThat(read.report().format()).isEqualTo("warc");
    assertThat(read.report().bytesUnparsed()).isZero();
    assertThat(read.report().warnings())
        .containsExactly(
            "1 records of the kind metadata are not shown",
            "1 records of the kind request are not shown",
            "1 records of the kind warcinfo are not shown");
  }

  @Test
  void names_files_that_are_no_pages() throws Exception {
    var read =
        read(
            new Warcs()
                .response(ADDRESS + ".jpg", "Content-Type: image/jpeg", new byte[3000])
                .record("resource", ADDRESS + ".txt", "text/plain", utf8("words\r\nmore"))
                .bytes());
    var picture = read.messages().getFirst();
    assertThat(picture.kind()).isEqualTo(Kind.MEDIA);
    assertThat(picture.media()).isEqualTo(ADDRESS + ".jpg");
    assertThat(picture.flags()).containsExactly(Flag.EMBEDDED);
    assertThat(read.messages().get(1).text()).isEqualTo(ADDRESS + ".txt\n\nwords\nmore");
  }

  @Test
  void unpacks_bodies_and_says_so_where_it_cannot() throws Exception {
    var page = utf8("<p>words");
    var chunks = new ByteArrayOutputStream();
    chunks.writeBytes(utf8("3\r\n"));
    chunks.write(page, 0, 3);
    chunks.writeBytes(utf8("\r\n5;x=y\r\n"));
    chunks.write(page, 3, 5);
    chunks.writeBytes(utf8("\r\n0\r\n\r\n"));
    var html = "Content-Type: text/html\r\n";
    var read =
        read(
            new Warcs()
                .response(ADDRESS, html + "Transfer-Encoding: chunked", chunks.toByteArray())
                .response(ADDRESS, html + "Content-Encoding: gzip", Tars.gzip(page))
                .response(ADDRESS, html + "Content-Encoding: gzip", page)
                .response(ADDRESS, html + "Content-Encoding: br", new byte[] {1, 2, 3})
                .response(ADDRESS, html + "Transfer-Encoding: chunked", page)
                .bytes());
    assertThat(read.messages().stream().map(Message::text).map(t -> t.lines().toList().getLast()))
        .containsExactly(
            "words",
            "words",
            "words",
            "its words are packed in a way that cannot be read here: br",
            "words");
  }

  @Test
  void reads_the_encoding_that_a_page_names() throws Exception {
    var page = "<meta charset='windows-1251'><p>ты";
    var read =
        read(
            new Warcs()
                .response(
                    ADDRESS, "Content-Type: text/html", page.getBytes(Charset.forName("cp1251")))
                .bytes());
    assertThat(read.only().text()).endsWith("ты");
  }

  @Test
  void reads_compressed_files_and_bundles_of_them() throws Exception {
    var pieces = new ByteArrayOutputStream();
    pieces.writeBytes(Tars.gzip(new Warcs().info().bytes()));
    pieces.writeBytes(Tars.gzip(new Warcs().page(ADDRESS, "<p>one").bytes()));
    var compressed = pieces.toByteArray();
    assertThat(read(compressed).messages()).hasSize(1);
    var bundle =
        new Zips()
            .stored("archive/data.warc.gz", compressed)
            .stored("archive/more.warc.gz", compressed)
            .stored("indexes/index.cdx.gz", Tars.gzip(utf8(" CDX N b a m s k r M S V g\n")))
            .stored("pages/pages.jsonl", utf8("{\"format\":\"json-pages-1.0\",\"id\":\"pages\"}\n"))
            .stored("datapackage.json", utf8("{\"profile\":\"data-package\"}"))
            .bytes();
    assertThat(read(bundle).messages()).hasSize(2);
    assertThat(read(new Zips().deflated("saved.wacz", bundle).bytes()).messages()).hasSize(2);
  }

  @Test
  void lists_what_is_cut_off_or_no_record() throws Exception {
    var whole = new Warcs().page(ADDRESS, "<p>one").page(ADDRESS, "<p>two").bytes();
    var one = new Warcs().page(ADDRESS, "<p>one").bytes().length;
    for (var length = one + 20; length < whole.length - 4; length += 11) {
      var read = read(Arrays.copyOf(whole, length));
      assertThat(read.messages()).hasSize(1);
      assertThat(read.report().bytesUnparsed()).isEqualTo(length - one);
    }
  }

  @Test
  void cuts_a_page_longer_than_the_limit() throws Exception {
    var limits = new ImportLimits(1 << 20, 100, 100, 2, 1000);
    var bytes = new Warcs().page(ADDRESS, "<p>" + "word ".repeat(1000)).bytes();
    var read = Reads.bytes(bytes, ReadOptions.NONE.withLimits(limits));
    assertThat(read.only().flags()).containsExactly(Flag.CUT);
  }

  @Test
  void reads_back_what_was_saved() {
    Trials.forAll(
        12,
        (random, size) -> {
          var warcs = new Warcs().info();
          var written = new ArrayList<String>();
          for (var i = 0; i < size; i++) {
            var text = Words.text(random).replaceAll("\\s+", " ");
            var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
            warcs.page(ADDRESS + i, "<html><body><p>" + escaped + "</p></body></html>");
            written.add(ADDRESS + i + "\nHTTP/1.1 200 OK\n\n" + text);
          }
          var bytes = random.nextBoolean() ? warcs.bytes() : Tars.gzip(warcs.bytes());
          List<String> read = read(bytes).messages().stream().map(Message::text).toList();
          assertThat(read).isEqualTo(written);
        });
  }
}
