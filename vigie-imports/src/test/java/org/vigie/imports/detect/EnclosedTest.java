package org.vigie.imports.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Reads;
import org.vigie.imports.Source;
import org.vigie.imports.tar.Tars;
import org.vigie.imports.zip.Zips;
import org.vigie.testkit.Trials;

class EnclosedTest {

  private static final String HEADERS =
      """
      From: a@example.org
      To: b@example.org
      Date: Thu, 15 Jan 2026 18:04:05 +0000
      MIME-Version: 1.0
      """;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] take(byte[] file, String name, long at) throws IOException, ImportRefused {
    var out = new ByteArrayOutputStream();
    Enclosed.copy(new BytesSource(file), name, at, out);
    return out.toByteArray();
  }

  @Test
  void takes_files_out_of_archives_by_their_name() throws Exception {
    var tar = new Tars().file("chat/_chat.txt", utf8("x")).file("chat/1.jpg", utf8("one")).bytes();
    var zip = new Zips().deflated("_chat.txt", utf8("x")).stored("1.jpg", utf8("one")).bytes();
    for (var archive : new byte[][] {tar, Tars.gzip(tar), zip}) {
      assertThat(take(archive, "1.jpg", 0)).isEqualTo(utf8("one"));
      assertThatThrownBy(() -> take(archive, "2.jpg", 0)).hasMessage("import.enclosed-missing");
    }
  }

  @Test
  void takes_out_the_one_file_that_is_compressed_alone_and_an_archive_within() throws Exception {
    var inner = new Zips().stored("1.jpg", utf8("one")).bytes();
    assertThat(take(Tars.gzip(utf8("one")), "content", -1)).isEqualTo(utf8("one"));
    assertThat(take(new Zips().stored("a/b.zip", inner).bytes(), "a/b.zip", -1)).isEqualTo(inner);
  }

  @Test
  void takes_many_at_once_and_leaves_out_what_is_missing_or_does_not_fit() throws Exception {
    var wanted =
        List.of(
            new Enclosed.Wanted("1.jpg", -1),
            new Enclosed.Wanted("none.jpg", -1),
            new Enclosed.Wanted("large.jpg", -1),
            new Enclosed.Wanted("2.jpg", -1));
    var large = "x".repeat(5000);
    var tar =
        new Tars()
            .file("_chat.txt", utf8("x"))
            .file("1.jpg", utf8("one"))
            .file("large.jpg", utf8(large))
            .file("2.jpg", utf8("two"))
            .bytes();
    var zip =
        new Zips()
            .deflated("_chat.txt", utf8("x"))
            .stored("1.jpg", utf8("one"))
            .deflated("large.jpg", utf8(large))
            .deflated("2.jpg", utf8("two"))
            .bytes();
    for (var archive : new byte[][] {tar, Tars.gzip(tar), zip}) {
      var out = new ByteArrayOutputStream();
      assertThat(Enclosed.copyAll(new BytesSource(archive), wanted, 100, out))
          .containsExactly(3L, -1L, -1L, 3L);
      assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("onetwo");
    }
    assertThatThrownBy(() ->
            Enclosed.copyAll(
                new BytesSource(utf8("words")), wanted, 9, new ByteArrayOutputStream()))
        .hasMessage("import.enclosed-missing");
  }

  /** Bytes of which one in the middle cannot be had, as of a sealed file that was damaged. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Damaged(byte[] bytes, int broken) implements Source {

    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public InputStream open(long offset) {
      return new InputStream() {
        private long at = offset;

        @Override
        public int read() throws IOException {
          if (at == broken) {
            throw new IOException("damaged");
          }
          return at < bytes.length ? bytes[(int) at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
          var one = length == 0 ? -1 : read();
          if (one >= 0) {
            into[from] = (byte) one;
          }
          return length == 0 ? 0 : one < 0 ? -1 : 1;
        }
      };
    }
  }

  @Test
  void S_06_bytes_that_cannot_be_had_are_told_and_never_taken_for_a_missing_file()
      throws Exception {
    var picture = new byte[40_000];
    Arrays.fill(picture, (byte) 7);
    var tar =
        new Tars()
            .file("_chat.txt", utf8("x"))
            .file("1.jpg", utf8("one"))
            .file("2.jpg", picture)
            .bytes();
    var wanted = List.of(new Enclosed.Wanted("1.jpg", -1), new Enclosed.Wanted("2.jpg", -1));
    var boundary = "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n";
    var mail =
        HEADERS
            + "Content-Type: multipart/mixed; boundary=b\n\n"
            + boundary
            + Base64.getMimeEncoder().encodeToString(picture)
            + "\n--b--\n";
    var inMail = List.of(new Enclosed.Wanted("image/png", mail.indexOf("--b\n") + 4L));
    for (var broken : List.of(20_000, 30_000)) {
      assertThatThrownBy(() ->
              Enclosed.copyAll(
                  new Damaged(tar, broken), wanted, 90_000, new ByteArrayOutputStream()))
          .hasMessage("damaged");
      assertThatThrownBy(() ->
              Enclosed.copyAll(
                  new Damaged(utf8(mail), broken), inMail, 90_000, new ByteArrayOutputStream()))
          .hasMessage("damaged");
    }
  }

  /** Mail with parts of one name, each written in its own way, and their bytes. */
  private static String parts(RandomGenerator random, List<byte[]> written, String boundary) {
    var mail = new StringBuilder(HEADERS);
    mail.append("Content-Type: multipart/mixed; boundary=").append(boundary).append("\n\n--");
    mail.append(boundary).append("\nContent-Type: text/plain\n\nsee below\n");
    for (var i = random.nextInt(4); i >= 0; i--) {
      mail.append("--").append(boundary).append("\nContent-Type: image/png; name=image001.png\n");
      var bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      if (random.nextInt(4) == 0) {
        bytes = utf8("caf\u00E9 = x\nyes \u4F60\n.");
        mail.append("Content-Transfer-Encoding: quoted-printable\n\n");
        mail.append("caf=C3=A9 =3D =\nx\nyes =E4=BD=A0\n.\n");
      } else if (random.nextBoolean()) {
        bytes = utf8("plain words\n--not a boundary\n");
        mail.append("\nplain words\n--not a boundary\n\n");
      } else {
        mail.append("Content-Transfer-Encoding: base64\n\n");
        mail.append(Base64.getMimeEncoder().encodeToString(bytes)).append('\n');
      }
      written.add(bytes);
    }
    return mail.append("--").append(boundary).append("--\n\n").toString();
  }

  @Test
  void takes_each_attachment_out_of_mail_whatever_it_is_called() {
    Trials.forAll(
        200,
        4,
        (random, size) -> {
          var written = new ArrayList<byte[]>();
          var box = new StringBuilder();
          for (var i = 0; i < size; i++) {
            box.append("From a@example.org Thu Jan 15 18:04:05 2026\n");
            box.append(parts(random, written, "b" + i));
          }
          var one = size == 1 && random.nextBoolean();
          var text = one ? box.substring(box.indexOf("\n") + 1) : box.toString();
          var windows = random.nextBoolean();
          var file = utf8(windows ? text.replace("\n", "\r\n") : text);
          var read = Reads.text(new String(file, StandardCharsets.UTF_8));
          var taken = new ArrayList<byte[]>();
          for (var message : read.messages()) {
            if (message.flags().contains(Flag.EMBEDDED)) {
              assertThat(message.media()).isEqualTo("image001.png");
              taken.add(take(file, "image001.png", message.range().offset()));
            }
          }
          assertThat(taken).hasSameSizeAs(written);
          for (var i = 0; i < taken.size(); i++) {
            assertThat(lines(taken.get(i), windows)).isEqualTo(written.get(i));
          }
        });
  }

  @Test
  void takes_a_text_out_of_mail_that_came_as_a_file_beside_words() throws Exception {
    var mail =
        utf8(
            HEADERS
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n"
                + "--b\nContent-Type: text/plain; charset=utf-8\n"
                + "Content-Disposition: inline; filename=\"chat.txt\"\n"
                + "Content-Transfer-Encoding: quoted-printable\n\nje sais o=C3=B9\ntu vis\n"
                + "--b\nContent-Type: text/plain; name=two.txt\n\ntwo\n--b--\n");
    var files = Reads.text(new String(mail, StandardCharsets.UTF_8)).messages();
    assertThat(files).hasSize(3);
    assertThat(take(mail, "chat.txt", files.get(1).range().offset()))
        .isEqualTo(utf8("je sais o\u00F9\ntu vis"));
    assertThat(take(mail, "two.txt", files.get(2).range().offset())).isEqualTo(utf8("two"));
  }

  /** Mail that passed through another machine has its line ends; bytes in base64 have not. */
  private static byte[] lines(byte[] bytes, boolean windows) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var words = text.startsWith("plain") || text.startsWith("caf");
    return windows && words
        ? text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1)
        : bytes;
  }

  @Test
  void takes_what_has_no_end_and_refuses_other_places() throws Exception {
    var cut = utf8(HEADERS + "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nQUJD");
    var message = Reads.text(new String(cut, StandardCharsets.UTF_8)).messages().getLast();
    assertThat(take(cut, "image/png", message.range().offset())).isEqualTo(utf8("ABC"));
    assertThatThrownBy(() -> take(cut, "image/png", 3)).hasMessage("import.enclosed-missing");
    assertThatThrownBy(() -> take(utf8("words"), "x", 0)).hasMessage("import.enclosed-missing");
  }

  @Test
  void takes_files_out_of_picture_messages() throws Exception {
    var mms =
        "<mms date=\"1768496645000\" msg_box=\"1\" address=\"+1 555 0100\""
            + " m_type=\"132\"><parts><part ct=\"application/smil\" data=\"AAAA\" /><part"
            + " ct=\"text/plain\" text=\"look\" /><part ct=\"image/jpeg\" cl=\"a.jpg\""
            + " data=\"QUJD\" />\n"
            + "<part ct=\"image/png\" cl=\"a.jpg\" data=\"REVG\n"
            + "R0g=\" /></parts></mms>\n";
    var sms = "<sms address=\"+1 555 0100\" date=\"1768496645000\" type=\"1\" body=\"x\" />";
    var file = "<?xml version='1.0'?>\n<smses count=\"3\">\n" + mms + sms + mms + "</smses>";
    var taken = new StringBuilder();
    for (var message : Reads.text(file).messages()) {
      if (message.flags().contains(Flag.EMBEDDED)) {
        var bytes = take(utf8(file), "a.jpg", message.range().offset());
        taken.append(new String(bytes, StandardCharsets.UTF_8)).append(' ');
      } else {
        var at = message.range().offset();
        assertThatThrownBy(() -> take(utf8(file), "", at)).hasMessage("import.enclosed-missing");
      }
    }
    assertThat(taken.toString()).isEqualTo("ABC DEFGH ABC DEFGH ");
    assertThatThrownBy(() -> take(utf8(file), "a.jpg", 1L << 40))
        .hasMessage("import.enclosed-missing");
  }
}
