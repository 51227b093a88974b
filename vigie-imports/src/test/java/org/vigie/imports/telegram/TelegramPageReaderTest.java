package org.vigie.imports.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.imports.zip.Zips;
import org.vigie.testkit.Trials;

class TelegramPageReaderTest {

  private static String page(String messages) {
    return """
    <!DOCTYPE html>
    <html><head>
     <meta charset="utf-8"/>
     <title>Exported Data</title>
     <meta content="width=device-width" name="viewport">
     <link href="css/style.css" rel="stylesheet"/>
     <script src="js/script.js" type="text/javascript"></script>
    </head>
    <body onload="CheckLocation();">
    <div class="page_wrap">
     <div class="page_header"><div class="content"><div class="text bold">Ann</div></div></div>
     <div class="page_body chat_page"><div class="history">
    %s
     </div></div>
    </div>
    </body></html>
    """
        .formatted(messages);
  }

  private static String message(String classes, String name, String body) {
    return """
    <div class="message default clearfix %s" id="message7">
      <div class="pull_left userpic_wrap"><div class="userpic"><div class="initials">A</div></div></div>
      <div class="body">
       <div class="pull_right date details" title="15.01.2026 18:04:05 UTC+01:00">
    18:04
       </div>
    %s %s
      </div>
    </div>
    """
        .formatted(classes, name, body);
  }

  private static final String ANN = "<div class=\"from_name\">\nAnn &amp; Bob \n</div>";

  private static String words(String html) {
    return "<div class=\"text\">\n" + html + "\n       </div>";
  }

  @Test
  void reads_messages_and_whose_they_are() throws Exception {
    var read =
        Reads.text(
            page(
                "<div class=\"message service\" id=\"message-1\"><div class=\"body details\">\n"
                    + "15 January 2026\n"
                    + "</div></div>"
                    + message("", ANN, words("one<br>two &lt;b&gt; <strong>bold</strong>"))
                    + message("joined", "", words("three"))));
    var messages = read.messages();
    assertThat(messages).hasSize(3);
    assertThat(messages.get(0).kind()).isEqualTo(Kind.SYSTEM);
    assertThat(messages.get(0).text()).isEqualTo("15 January 2026");
    assertThat(messages.get(0).when().local()).isNull();
    assertThat(messages.get(1).author()).isEqualTo("Ann & Bob");
    assertThat(messages.get(1).text()).isEqualTo("one\ntwo <b> bold");
    assertThat(messages.get(1).when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4, 5));
    assertThat(messages.get(1).when().offset()).isEqualTo(ZoneOffset.ofHours(1));
    assertThat(messages.get(2).author()).isEqualTo("Ann & Bob");
    assertThat(read.report().format()).isEqualTo("telegram-html");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  private static Message one(String body) throws Exception {
    return Reads.text(page(message("", ANN, body))).only();
  }

  @Test
  void finds_files_calls_places_and_what_was_left_out() throws Exception {
    var photo =
        one(
            "<div class=\"media_wrap clearfix\"><a class=\"photo_wrap clearfix pull_left\""
                + " href=\"photos/1.jpg\"><img class=\"photo\""
                + " src=\"photos/1_thumb.jpg\"></a></div>"
                + words("look"));
    assertThat(photo.media()).isEqualTo("photos/1.jpg");
    assertThat(photo.text()).isEqualTo("look");
    assertThat(photo.flags()).containsExactly(Flag.MISSING);
    var out =
        one(
            "<div class=\"media_wrap clearfix\"><div class=\"media clearfix pull_left"
                + " media_photo\"><div class=\"body\"><div class=\"title bold\">Photo</div><div"
                + " class=\"status details\">Not included</div></div></div></div>");
    assertThat(out.flags()).containsExactly(Flag.OMITTED);
    assertThat(out.text()).isEqualTo("Photo\nNot included");
    var call =
        one(
            "<div class=\"media_wrap clearfix\"><div class=\"media clearfix pull_left"
                + " media_call\"><div class=\"body\"><div class=\"title bold\">Ann</div><div"
                + " class=\"status details\">Outgoing (35 seconds)</div></div></div></div>");
    assertThat(call.kind()).isEqualTo(Kind.CALL);
    assertThat(call.text()).isEqualTo("Ann\nOutgoing (35 seconds)");
  }

  @Test
  void marks_what_was_forwarded_and_words_that_lead_elsewhere() throws Exception {
    var forwarded =
        one(
            "<div class=\"forwarded body\"><div class=\"from_name\">Carl <span class=\"date"
                + " details\" title=\"01.01.2020 00:00:00\">01.01.2020</span></div>"
                + words("old")
                + "</div>");
    assertThat(forwarded.author()).isEqualTo("Ann & Bob");
    assertThat(forwarded.flags()).contains(Flag.FORWARDED);
    assertThat(forwarded.when().local())
        .as("when it was forwarded, not when it was written")
        .isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4, 5));
    assertThat(forwarded.when().offset()).isEqualTo(ZoneOffset.ofHours(1));
    assertThat(one(words("see <a href=\"https://x.example/\">bank</a>")).flags())
        .containsExactly(Flag.HIDDEN_LINK);
    assertThat(one(words("<a href=\"https://x.example/\">https://x.example/</a>")).flags())
        .isEmpty();
  }

  @Test
  void takes_a_program_that_helped_to_write_for_no_part_of_the_name() throws Exception {
    var with = "<div class=\"from_name\">\nAnn &amp; Bob via @gif_bot \n</div>";
    var read = Reads.text(page(message("", ANN, words("one")) + message("", with, words("two"))));
    assertThat(read.report().authors()).containsExactly("Ann & Bob");
  }

  /** The application begins each page anew: its first message bears a name. */
  @Test
  void reads_the_pages_of_one_chat_in_the_order_of_their_numbers() throws Exception {
    var carl = ANN.replace("Ann &amp; Bob", "Carl");
    var joined = message("joined", "", words("goes on"));
    var zip =
        new Zips()
            .deflated("ChatExport/messages10.html", utf8(page(message("", ANN, words("ten")))))
            .deflated(
                "ChatExport/messages2.html", utf8(page(message("", carl, words("two")) + joined)))
            .deflated(
                "ChatExport/messages.html", utf8(page(message("", ANN, words("one")) + joined)))
            .bytes();
    var read = Reads.bytes(zip, ReadOptions.NONE);
    assertThat(read.messages())
        .extracting(Message::text)
        .containsExactly("one", "goes on", "two", "goes on", "ten");
    assertThat(read.messages())
        .extracting(Message::author)
        .containsExactly("Ann & Bob", "Ann & Bob", "Carl", "Carl", "Ann & Bob");
    assertThat(read.messages()).extracting(Message::n).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(read.report().authors()).containsExactly("Ann & Bob", "Carl");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  @Test
  void names_nobody_where_the_page_does_not_say_whose_message_goes_on() throws Exception {
    var joined = message("joined", "", words("goes on"));
    var zip =
        new Zips()
            .stored("messages.html", utf8(page(message("", ANN, words("one")))))
            .stored("messages2.html", utf8(page(joined)))
            .bytes();
    var read = Reads.bytes(zip, ReadOptions.NONE);
    assertThat(read.messages()).hasSize(2);
    assertThat(read.messages().getLast().author()).isNull();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void stands_pages_cut_off_or_hostile() throws Exception {
    var whole = page(message("", ANN, words("one")) + message("", ANN, words("two")));
    for (var length = 500; length < whole.length(); length++) {
      assertThat(Reads.text(whole.substring(0, length)).messages().size()).isLessThanOrEqualTo(2);
    }
    for (var hostile :
        new String[] {
          "<div>".repeat(1000),
          "<script>if (a < b) {</script>",
          "</div></div></div></div></p>",
          "<a b c>",
          "<a b=c>",
          "< "
        }) {
      assertThat(Reads.text(page(message("", ANN, words("one")) + hostile)).messages()).hasSize(1);
    }
  }

  @Test
  void reads_back_what_the_application_wrote() {
    Trials.forAll(
        40,
        (random, size) -> {
          var texts = new ArrayList<String>();
          var file = new StringBuilder();
          for (var i = 0; i < size; i++) {
            var text =
                Words.text(random)
                    .replace("\t", "")
                    .replaceAll(" +", " ")
                    .replaceAll("(?m)^ | $", "");
            texts.add(text);
            var html =
                text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
            file.append(
                message(
                    i == 0 ? "" : "joined", i == 0 ? ANN : "", words(html.replace("\n", "<br>"))));
          }
          var read = Reads.text(page(file.toString()));
          assertThat(read.messages().stream().map(m -> m.text().replaceAll("(?m) $", "")))
              .isEqualTo(texts);
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }
}
