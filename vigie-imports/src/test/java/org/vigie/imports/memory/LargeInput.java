package org.vigie.imports.memory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vigie.imports.Source;
import org.vigie.imports.forms.Gzips;

/**
 * A large export that is text, also within something.
 *
 * @param format by which it is read
 * @param packed what it lies in
 * @param head how it begins
 * @param body one record
 * @param tail how it ends
 * @param open how a record begins whose words never end
 */
record LargeInput(String format, Packed packed, String head, String body, String tail, String open)
    implements LargeExport {

  /** What a text lies in, uncompressed so that it is as large outside. */
  enum Packed {
    /** Nothing. */
    NOT {
      @Override
      Source file(String head, String body, String tail, long size) {
        return new Repeated(head, body, tail, size);
      }
    },
    /** Pieces of gzip, one for each record, as crawlers write them. */
    GZIP {
      @Override
      Source file(String head, String body, String tail, long size) {
        return new Repeated(stored(head), stored(body), stored(tail), size);
      }

      private static byte[] stored(String text) {
        return Gzips.stored(text.getBytes(StandardCharsets.UTF_8));
      }
    },
    /** The only file of a zip. */
    ZIP {
      @Override
      Source file(String head, String body, String tail, long size) {
        return new StoredZip("content.xml", new Repeated(head, body, tail, size)).file();
      }
    };

    abstract Source file(String head, String body, String tail, long size);
  }

  private static final String WORDS =
      "come home, \u0442\u044B \u0433\u0434\u0435 \u5BB6 \u0626\u06C6\u064A ".repeat(6);
  private static final String WORD = "\u0441\u043B\u043E\u0432\u043E ".repeat(500);

  private static final String MAIL =
      """
      From a@example.org Thu Jan 15 18:04:05 2026
      From: a@example.org
      Date: Thu, 15 Jan 2026 18:04:05 +0000
      To: b@example.org
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      """;
  private static final String PAGE =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>" + "come home now ".repeat(20);

  private static final String SAVED_PAGE =
      """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://example.org/
      Subject: A page
      Date: Thu, 15 Jan 2026 18:04:05 -0000
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="----x--"

      ------x--
      Content-Type: text/html

      """;
  private static final String RECORD =
      """
      WARC/1.1\r
      WARC-Type: response\r
      WARC-Target-URI: https://example.org/\r
      WARC-Date: 2026-01-15T18:04:05Z\r
      Content-Type: application/http\r
      Content-Length: \
      """;
  private static final LargeInput WARC =
      new LargeInput(
          "warc",
          "",
          RECORD + PAGE.length() + "\r\n\r\n" + PAGE + "\r\n\r\n",
          "",
          RECORD + "999999999\r\n\r\n" + PAGE);

  /** One of each reader that reads text. */
  static final List<LargeInput> TEXTS =
      List.of(
          new LargeInput(
              "whatsapp",
              "",
              "15/01/2026, 18:04 - Ann: "
                  + WORDS
                  + "\n15/01/2026, 18:04 - Bob: IMG-1.jpg (file"
                  + " attached)\n",
              "",
              "15/01/2026, 18:04 - Ann: "),
          new LargeInput(
              "telegram",
              "{\"name\":\"N\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[",
              "{\"id\":1,\"type\":\"message\",\"date\":\"2026-01-15T18:04:05\",\"from\":\"Ann\","
                  + "\"photo\":\"photos/#############.jpg\",\"text\":[\""
                  + WORDS
                  + "\",{\"type\":\"bold\",\"text\":\"x\"}]},\n",
              "{\"id\":0}]}",
              "{\"id\":1,\"type\":\"message\",\"text\":\""),
          new LargeInput(
              "telegram",
              "<!DOCTYPE html>\n<html><head><title>Exported Data</title>\n<link"
                  + " href=\"css/style.css\" rel=\"stylesheet\"/></head><body><div"
                  + " class=\"page_wrap\"><div class=\"page_body chat_page\"><div"
                  + " class=\"history\">\n",
              "<div class=\"message default clearfix\" id=\"message7\"><div class=\"body\"><div"
                  + " class=\"pull_right date details\" title=\"15.01.2026 18:04:05\">18:04</div>"
                  + "<div class=\"from_name\">Ann</div><div class=\"text\">"
                  + WORDS
                  + "</div></div></div>\n",
              "</div></div></div></body></html>",
              "<div class=\"message default\"><div class=\"body\"><div class=\"text\">"),
          new LargeInput(
              "sms",
              "<smses count=\"7\">",
              "<mms date=\"1768496645000\" msg_box=\"1\" address=\"+1 555 0100\"><parts><part"
                  + " ct=\"text/plain\" text=\""
                  + WORDS
                  + "\"/><part ct=\"image/png\" cl=\"a.png\""
                  + " data=\""
                  + "QUJD".repeat(200)
                  + "\"/></parts></mms>\n",
              "</smses>",
              "<sms address=\"+1 555 0100\" date=\"1768496645000\" type=\"1\" body=\""),
          new LargeInput(
              "calls",
              "Number,Date,Type,Duration\n",
              "+1 555 0100,2026-01-15 18:04:05,Incoming,35\n".repeat(8),
              "",
              "+1 555 0100,2026-01-15 18:04:05,\""),
          new LargeInput(
              "vcard",
              "",
              "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nNOTE:" + WORDS + "\nEND:VCARD\n",
              "",
              "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nNOTE:"),
          new LargeInput(
              "messenger",
              "{\"participants\":[{\"name\":\"Ann\"}],\"messages\":[",
              "{\"sender_name\":\"Ann\",\"timestamp_ms\":#############,\"content\":\""
                  + WORDS
                  + "\"},\n",
              "{\"sender_name\":\"Ann\",\"timestamp_ms\":1,\"content\":\"x\"}],\"title\":\"Ann\"}",
              "{\"sender_name\":\"Ann\",\"timestamp_ms\":1,\"content\":\""),
          new LargeInput(
              "x",
              "window.YTD.direct_messages.part0 ="
                  + " [{\"dmConversation\":{\"conversationId\":\"1-2\",\"messages\":[",
              "{\"messageCreate\":{\"text\":\""
                  + WORDS
                  + "\",\"mediaUrls\":[],\"senderId\":\"1\","
                  + "\"id\":\"9\",\"createdAt\":\"2026-01-15T18:04:05.123Z\"}},\n",
              "{}]}}]",
              "{\"messageCreate\":{\"senderId\":\"1\",\"text\":\""),
          new LargeInput(
              "signal",
              "{\"version\":\"1\",\"backupTimeMs\":\"1\"}\n{\"recipient\":{\"id\":\"2\","
                  + "\"contact\":{\"profileGivenName\":\"Ann\"}}}\n"
                  + "{\"chat\":{\"id\":\"8\",\"recipientId\":\"2\"}}\n",
              "{\"chatItem\":{\"chatId\":\"8\",\"authorId\":\"2\",\"dateSent\":\"#############\","
                  + "\"incoming\":{},\"standardMessage\":{\"text\":{\"body\":\""
                  + WORDS
                  + "\"}}}}\n",
              "",
              "{\"chatItem\":{\"chatId\":\"8\",\"standardMessage\":{\"text\":{\"body\":\""),
          new LargeInput(
              "signal",
              "[",
              "{\"id\":\"a\",\"conversationId\":\"c\",\"source\":\"+1\",\"sent_at\":#############,"
                  + "\"type\":\"incoming\",\"body\":\""
                  + WORDS
                  + "\"},\n",
              "{}]",
              "{\"conversationId\":\"c\",\"sent_at\":1768496645123,\"type\":\"incoming\",\"body\":"
                  + "\""),
          new LargeInput(
              "signal",
              "sent_at,conversation,sender,type,body\n",
              "#############,c,Ann,incoming,\"" + WORDS + "\"\n",
              "",
              "1768496645123,c,Ann,incoming,\""),
          new LargeInput(
              "line",
              "[LINE] Chat history with Ann\nSaved on: 2026/01/20 12:00\n\n2026/01/15(Thu)\n",
              "18:04\tAnn\t" + WORDS + "\n",
              "",
              "18:04\tAnn\t"),
          new LargeInput(
              "viber",
              "",
              "31/01/2026,18:04:05,Ann,+1 555 0100,\"" + WORDS + "\"\n",
              "",
              "31/01/2026,18:04:05,Ann,+1 555 0100,\""),
          new LargeInput("mail", "", MAIL + WORDS + "\n--b--\n\n", "", MAIL),
          WARC,
          WARC.in(Packed.GZIP),
          new LargeInput(
              "mail",
              SAVED_PAGE + "<p>come home</p>\n",
              "------x--\nContent-Type: image/png\nContent-Location: https://example.org/1.png\n"
                  + ("Content-Transfer-Encoding: base64\n\n" + "QUJD".repeat(400) + "\n"),
              "------x----\n",
              "------x--\nContent-Type: text/plain\n\n"),
          new LargeInput(
                  "office",
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://"
                      + "schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
                  "<w:p><w:r><w:t>" + WORDS + "</w:t></w:r></w:p>",
                  "</w:body></w:document>",
                  "<w:p><w:r><w:t>")
              .in(Packed.ZIP),
          new LargeInput(
                  "office",
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                      + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                      + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                      + "<office:body><office:text>",
                  "<text:p>" + WORDS + "</text:p>\n",
                  "</office:text></office:body></office:document-content>",
                  "<text:p>")
              .in(Packed.ZIP));

  private LargeInput(String format, String head, String body, String tail, String open) {
    this(format, Packed.NOT, head, body, tail, open);
  }

  private LargeInput in(Packed what) {
    return new LargeInput(format, what, head, body, tail, open);
  }

  @Override
  public Source many(long size) {
    return packed.file(head, body, tail, size);
  }

  @Override
  public Source endless(long size) {
    var first = body.replace("#############", "1768496645123");
    return packed.file(head + first + open, WORD, tail, size);
  }
}
