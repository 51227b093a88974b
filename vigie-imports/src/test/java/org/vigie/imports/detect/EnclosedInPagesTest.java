package org.vigie.imports.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.tar.Tars;
import org.vigie.imports.web.Warcs;
import org.vigie.imports.zip.Zips;

/** Files of saved pages, and of what holds its files itself and lies in an archive. */
class EnclosedInPagesTest {

  private static final byte[] PICTURE = utf8("\u00FF\u00D8 invented points ".repeat(9));

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] take(byte[] file, String name, long at) throws IOException, ImportRefused {
    var out = new ByteArrayOutputStream();
    Enclosed.copy(new BytesSource(file), name, at, out);
    return out.toByteArray();
  }

  /** What each message of {@code file} holds that says so. */
  private static List<byte[]> taken(byte[] file) throws Exception {
    var taken = new ArrayList<byte[]>();
    for (var message : Reads.bytes(file, ReadOptions.NONE).messages()) {
      if (message.flags().contains(Flag.EMBEDDED)) {
        taken.add(take(file, String.valueOf(message.media()), message.range().offset()));
      }
    }
    return taken;
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflating = new DeflaterOutputStream(out)) {
      deflating.write(bytes);
    }
    return out.toByteArray();
  }

  /** Saved answers, each a record, whose files are {@link #PICTURE} but for the last. */
  private static List<byte[]> records() throws IOException {
    var jpeg = "Content-Type: image/jpeg";
    var packed = jpeg + "\r\nContent-Encoding: ";
    var chunks = new ByteArrayOutputStream();
    chunks.writeBytes(utf8("3\r\n"));
    chunks.write(PICTURE, 0, 3);
    chunks.writeBytes(utf8("\r\n" + Integer.toHexString(PICTURE.length - 3) + ";x=y\r\n"));
    chunks.write(PICTURE, 3, PICTURE.length - 3);
    chunks.writeBytes(utf8("\r\n0\r\n\r\n"));
    var address = "https://posts.example/";
    return List.of(
        new Warcs().info().bytes(),
        new Warcs().page(address, "<p>words").bytes(),
        new Warcs().response(address + 1, jpeg, PICTURE).bytes(),
        new Warcs().record("request", address + 2, "application/http", utf8("GET /")).bytes(),
        new Warcs().response(address + 2, packed + "gzip", Tars.gzip(PICTURE)).bytes(),
        new Warcs().response(address + 3, packed + "deflate", deflated(PICTURE)).bytes(),
        new Warcs().response(address + 4, packed + "gzip", PICTURE).bytes(),
        new Warcs().response(address + 5, packed + "deflate", PICTURE).bytes(),
        new Warcs()
            .response(address + 6, jpeg + "\r\nTransfer-Encoding: chunked", chunks.toByteArray())
            .bytes(),
        new Warcs().record("resource", address + 7, "image/jpeg", PICTURE).bytes(),
        new Warcs().record("resource", address + 8, "image/jpeg", new byte[0]).bytes());
  }

  /** The pictures of {@link #records}, so many times over. */
  private static void assertPictures(List<byte[]> taken, int times) {
    assertThat(taken).hasSize(8 * times);
    for (var i = 0; i < taken.size(); i++) {
      assertThat(taken.get(i)).as("%s", i).isEqualTo(i % 8 == 7 ? new byte[0] : PICTURE);
    }
  }

  @Test
  void takes_files_out_of_saved_pages_as_a_browser_would_have_kept_them() throws Exception {
    var plain = new ByteArrayOutputStream();
    var compressed = new ByteArrayOutputStream();
    for (var record : records()) {
      plain.writeBytes(record);
      compressed.writeBytes(Tars.gzip(record));
    }
    var bundle =
        new Zips()
            .stored("archive/data.warc.gz", compressed.toByteArray())
            .stored("archive/more.warc.gz", compressed.toByteArray())
            .stored("datapackage.json", utf8("{\"profile\":\"data-package\"}"))
            .bytes();
    assertPictures(taken(plain.toByteArray()), 1);
    assertPictures(taken(compressed.toByteArray()), 1);
    assertPictures(taken(bundle), 2);
    var wanted = new ArrayList<Enclosed.Wanted>();
    for (var message : Reads.bytes(bundle, ReadOptions.NONE).messages()) {
      wanted.add(new Enclosed.Wanted(String.valueOf(message.media()), message.range().offset()));
    }
    var out = new ByteArrayOutputStream();
    var lengths = Enclosed.copyAll(new BytesSource(bundle), wanted, 1 << 20, out);
    assertThat(lengths.subList(1, 8)).containsOnly((long) PICTURE.length);
    assertThat(lengths.subList(10, 17)).containsOnly((long) PICTURE.length);
  }

  @Test
  void refuses_other_places_of_saved_pages_and_what_is_damaged() throws Exception {
    var packed = "Content-Type: image/jpeg\r\nContent-Encoding: gzip";
    var whole = Tars.gzip(PICTURE);
    var cut = Arrays.copyOf(whole, whole.length - 9);
    var file = new Warcs().response("https://posts.example/1", packed, cut).bytes();
    assertThatThrownBy(() -> take(file, "https://posts.example/1", 0))
        .hasMessage("import.zip-broken");
    for (var at : List.of(1L, 30L, (long) file.length, Long.MAX_VALUE)) {
      assertThatThrownBy(() -> take(file, "https://posts.example/1", at))
          .hasMessage("import.enclosed-missing");
    }
    var bundle = new Zips().stored("a.warc", file).bytes();
    assertThatThrownBy(() -> take(bundle, "https://posts.example/1", file.length + 1L))
        .hasMessage("import.enclosed-missing");
  }

  @Test
  void takes_files_out_of_mail_and_backups_that_lie_in_an_archive() throws Exception {
    var mail =
        """
        From: a@example.org
        To: b@example.org
        Date: Thu, 15 Jan 2026 18:04:05 +0000
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        see below
        --b
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        """;
    var one = utf8(mail + "QUJD\n--b--\n");
    var two = utf8(mail + "REVG\n--b--\n");
    var tar = new Tars().file("1.eml", one).file("2.eml", two).bytes();
    var mms =
        "<?xml version='1.0'?>\n<smses count=\"1\"><mms date=\"1768496645000\" msg_box=\"1\""
            + " address=\"+1 555 0100\"><parts><part ct=\"image/jpeg\" cl=\"a.jpg\""
            + " data=\"QUJD\" /></parts></mms></smses>";
    for (var archive : List.of(tar, Tars.gzip(tar))) {
      assertThat(taken(archive)).containsExactly(utf8("ABC"), utf8("DEF"));
    }
    assertThat(taken(new Zips().deflated("sms.xml", utf8(mms)).bytes()))
        .containsExactly(utf8("ABC"));
  }
}
