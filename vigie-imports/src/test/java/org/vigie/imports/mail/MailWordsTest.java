package org.vigie.imports.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;

class MailWordsTest {

  private static final String HEADERS =
      """
      From: a@example.org
      To: b@example.org
      Date: Thu, 15 Jan 2026 18:04:05 +0000
      """;

  private static final String PHOTO =
      "Content-Type: image/jpeg; name=photo.jpg\nContent-Transfer-Encoding: base64\n\nQUJD";

  /** Parts with their own headers in a multipart of a kind. */
  private static String multipart(String kind, String boundary, String... parts) {
    var out =
        new StringBuilder("Content-Type: multipart/" + kind + "; boundary=" + boundary + "\n\n");
    for (var part : parts) {
      out.append("--").append(boundary).append('\n').append(part).append('\n');
    }
    return out.append("--").append(boundary).append("--\n").toString();
  }

  private static String plain(String words) {
    return "Content-Type: text/plain; charset=utf-8\n\n" + words;
  }

  private static String page(String words) {
    return "Content-Type: text/html; charset=utf-8\n\n<html><body>" + words + "</body></html>";
  }

  private static Reads read(String body) throws Exception {
    var read = Reads.text(HEADERS + body);
    assertThat(read.report().bytesUnparsed()).isZero();
    return read;
  }

  /** What is shown of the first message after its headers. */
  private static String words(Reads read) {
    var text = read.messages().getFirst().text();
    var end = text.indexOf("\n\n");
    return end < 0 ? "" : text.substring(end + 2);
  }

  private static List<String> files(Reads read) {
    return read.messages().stream()
        .filter(message -> message.kind() == Kind.MEDIA)
        .map(message -> Objects.requireNonNull(message.media()))
        .toList();
  }

  @Test
  void shows_what_is_written_after_a_photograph() throws Exception {
    var read = read(multipart("mixed", "b", plain("hello"), PHOTO, plain("we know\nwhere\n")));
    assertThat(words(read)).isEqualTo("hello\nwe know\nwhere");
    assertThat(files(read)).containsExactly("photo.jpg");
    assertThat(read.messages()).extracting(Message::line).containsExactly(1L, 13L);
    var related = read(multipart("related", "b", plain("hello"), plain("there")));
    assertThat(words(related)).isEqualTo("hello\nthere");
  }

  @Test
  void lists_a_text_that_comes_as_a_file() throws Exception {
    var file = "Content-Type: text/plain\nContent-Disposition: inline; filename=\"chat.txt\"\n\n";
    var read = read(multipart("mixed", "b", file + "from the file", plain("hello")));
    assertThat(words(read)).isEqualTo("hello");
    assertThat(files(read)).containsExactly("chat.txt");
    assertThat(read.messages().getLast().flags()).containsExactly(Flag.EMBEDDED);
    var after = read(multipart("mixed", "b", plain("hello"), file + "from the file"));
    assertThat(words(after)).isEqualTo("hello");
    assertThat(files(after)).containsExactly("chat.txt");
  }

  @Test
  void shows_files_of_text_where_there_are_no_other_words() throws Exception {
    var first = "Content-Type: text/plain; name=text_0.txt\n\nwe know";
    var second = "Content-Type: text/plain; name=text_1.txt\n\nwhere";
    var read = read(multipart("mixed", "b", first, PHOTO, second, plain(" \n")));
    assertThat(words(read)).isEqualTo("we know\nwhere");
    assertThat(files(read)).containsExactly("text_0.txt", "photo.jpg", "text_1.txt");
    var alone = read("Content-Type: text/plain; name=letter.txt\n\nwe know\n");
    assertThat(words(alone)).isEqualTo("we know");
    assertThat(files(alone)).isEmpty();
    var attached = "Content-Type: text/plain\nContent-Disposition: attachment\n\nwe know";
    assertThat(words(read(multipart("mixed", "b", attached)))).isEmpty();
  }

  @Test
  void shows_the_page_where_the_plain_words_beside_it_say_nothing() throws Exception {
    for (var stub : List.of("", "\n\n", " \u00A0\u200B\n\uFEFF")) {
      var read = read(multipart("alternative", "b", plain(stub), page("<p>we know<p>where")));
      assertThat(words(read)).as("after '%s'", stub).isEqualTo("we know\nwhere");
      assertThat(files(read)).isEmpty();
    }
    assertThat(words(read(multipart("alternative", "b", plain("hello"), page("hello")))))
        .isEqualTo("hello");
    assertThat(words(read(multipart("alternative", "b", page("hello"), plain("hello")))))
        .isEqualTo("hello");
  }

  @Test
  void takes_plain_words_for_a_page_only_where_they_are_the_other_way_of_writing_it()
      throws Exception {
    var stub = plain("see below");
    var threat = page("we know where");
    assertThat(words(read(multipart("mixed", "b", stub, threat))))
        .isEqualTo("see below\nwe know where");
    var within = multipart("mixed", "in", stub, threat);
    assertThat(words(read(multipart("alternative", "b", within))))
        .as("beside each other in one of several ways")
        .isEqualTo("see below\nwe know where");
    var both = multipart("alternative", "in", plain("hello"), page("hello"));
    assertThat(words(read(multipart("mixed", "b", both, threat))))
        .isEqualTo("hello\nwe know where");
    var rich = multipart("mixed", "in", page("one"), PHOTO, page("two"));
    var read = read(multipart("alternative", "b", plain("one\ntwo"), rich));
    assertThat(words(read)).as("the whole is written twice").isEqualTo("one\ntwo");
    assertThat(files(read)).containsExactly("photo.jpg");
  }

  @Test
  void shows_every_page_without_its_scripts_and_styles() throws Exception {
    var read =
        read(
            multipart(
                "mixed",
                "b",
                page("<style>p {}</style><p>one &amp; <b>two</b>"),
                page("<script>x</script><noscript>three</noscript><!-- y -->")));
    assertThat(words(read)).isEqualTo("one & two\nthree");
    var alone = read("Content-Type: text/html\n\n<title>Notice</title><p>caf&eacute;<br>noir\n");
    assertThat(words(alone)).isEqualTo("Notice\ncafé\nnoir");
    var strict = read("Content-Type: application/xhtml+xml\n\n<p>hello</p>\n");
    assertThat(words(strict)).isEqualTo("hello");
    assertThat(files(strict)).isEmpty();
  }

  @Test
  void says_that_a_word_of_a_page_leads_to_an_address_it_does_not_show() throws Exception {
    var hidden = page("<a href=\"https://x.example/?a=1&amp;b=2\">your bank</a> hello");
    assertThat(read(hidden).only().flags()).containsExactly(Flag.HIDDEN_LINK);
    var unended = "Content-Type: text/html\n\n<A HREF=https://x.example/>your bank";
    assertThat(read(unended).only().flags()).containsExactly(Flag.HIDDEN_LINK);
    var shown =
        page(
            "<a class=a href='https://x.example/?a=1&amp;b=2'>https://x.example/?a=1&amp;b=2</a>"
                + "<a href=https://x.example><img></a><a href=#top>up</a> hello");
    assertThat(read(shown).only().flags()).isEmpty();
    assertThat(read(multipart("alternative", "b", plain("hello"), hidden)).only().flags())
        .as("of a page that is not shown")
        .isEmpty();
  }

  @Test
  void keeps_to_limits_and_says_where_it_did() throws Exception {
    var options = ReadOptions.NONE.withLimits(new ImportLimits(1 << 20, 100, 10, 2, 1000));
    var part = plain(("x".repeat(50) + "\n").repeat(12));
    var cut = Reads.text(HEADERS + multipart("mixed", "b", part, part), options);
    assertThat(words(cut)).hasSizeBetween(900, 1100);
    assertThat(cut.only().flags()).containsExactly(Flag.CUT);
    var hidden = page("<!--\n" + ("x".repeat(50) + "\n").repeat(30) + "-->we know");
    assertThat(Reads.text(HEADERS + hidden, options).only().flags()).containsExactly(Flag.CUT);
    assertThat(
            Reads.text(HEADERS + multipart("alternative", "b", plain("hello"), hidden), options)
                .only()
                .flags())
        .as("of a page that is not shown")
        .isEmpty();
    var many = "--b\n\nx\n".repeat(1500);
    var read = read("Content-Type: multipart/mixed; boundary=b\n\n" + many);
    assertThat(words(read).lines()).hasSize(1000);
    assertThat(read.only().flags()).containsExactly(Flag.CUT);
    var blank = "--b\n\n\n".repeat(1500) + "--b\n\nwe know\n";
    assertThat(words(read("Content-Type: multipart/mixed; boundary=b\n\n" + blank)))
        .isEqualTo("we know");
  }
}
