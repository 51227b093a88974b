package org.vigie.imports.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;

/** Pictures that others decode say how large they are before anybody decodes them. */
class PictureSizeTest {

  private static byte[] box(String name, byte[]... inside) {
    var out = new ByteArrayOutputStream();
    var length = 8 + Arrays.stream(inside).mapToInt(one -> one.length).sum();
    out.writeBytes(ByteBuffer.allocate(8).putInt(length).put(name.getBytes(US_ASCII)).array());
    Arrays.stream(inside).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] ispe(int width, int height) {
    return box("ispe", ByteBuffer.allocate(12).putInt(4, width).putInt(8, height).array());
  }

  private static byte[] heic(byte[]... properties) {
    var meta = box("meta", new byte[4], box("iprp", box("ipco", properties)));
    var begin = box("ftyp", "heic".getBytes(US_ASCII), new byte[4]);
    return ByteBuffer.allocate(begin.length + meta.length).put(begin).put(meta).array();
  }

  private static byte[] webp(byte[]... chunks) {
    var out = new ByteArrayOutputStream();
    var length = 4 + Arrays.stream(chunks).mapToInt(one -> one.length).sum();
    out.writeBytes("RIFF".getBytes(US_ASCII));
    out.writeBytes(little(4).putInt(length).array());
    out.writeBytes("WEBP".getBytes(US_ASCII));
    Arrays.stream(chunks).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer chunk(String name) {
    return little(18).put(name.getBytes(US_ASCII)).putInt(10);
  }

  private static byte[] canvas(int width, int height) {
    return chunk("VP8X").putInt(0).putInt(width - 1).putShort(15, (short) (height - 1)).array();
  }

  private static byte[] lossy(int width, int height) {
    return chunk("VP8 ").putShort(14, (short) width).putShort(16, (short) height).array();
  }

  private static byte[] lossless(int width, int height) {
    return chunk("VP8L").put((byte) 0x2F).putInt(width - 1 | (height - 1) << 14).array();
  }

  private static void tells(byte[] file, int width, int height) throws Exception {
    assertThat(PictureSize.of(new BytesSource(file)))
        .containsEntry("width", Integer.toString(width))
        .containsEntry("height", Integer.toString(height));
  }

  private static void refuses(byte[] file, String key) {
    assertThatThrownBy(() -> PictureSize.of(new BytesSource(file)))
        .isInstanceOf(ImportRefused.class)
        .hasMessage(key);
  }

  @Test
  void of_a_photograph_in_tiles_the_whole_counts() throws Exception {
    tells(heic(ispe(512, 512), ispe(4032, 3024), ispe(320, 240)), 4032, 3024);
    tells(heic(ispe(8064, 6048)), 8064, 6048);
  }

  @Test
  void of_webp_canvas_and_picture_count() throws Exception {
    tells(webp(lossy(800, 600)), 800, 600);
    tells(webp(lossless(800, 600)), 800, 600);
    tells(webp(canvas(1000, 500), lossy(800, 600)), 1000, 500);
  }

  @Test
  void S_83_what_says_that_it_is_huge_is_refused_before_it_is_decoded() {
    refuses(heic(ispe(30_000, 30_000)), "import.image-too-large");
    refuses(heic(ispe(-1, -1)), "import.image-too-large");
    refuses(heic(ispe(0, 9)), "import.image-too-large");
    refuses(heic(ispe(64, 64), ispe(10_000, 5001)), "import.image-too-large");
    refuses(webp(canvas(30_000, 30_000), lossy(10, 10)), "import.image-too-large");
    refuses(webp(canvas(10, 10), lossy(16_000, 16_000)), "import.image-too-large");
    refuses(webp(lossless(16_384, 16_384)), "import.image-too-large");
  }

  @Test
  void what_moves_says_nothing_or_is_something_else_is_refused() {
    refuses(webp(canvas(10, 10), chunk("ANIM").array()), "import.image-unknown");
    refuses(webp(), "import.image-unreadable");
    refuses(heic(), "import.image-unreadable");
    refuses(Arrays.copyOf(heic(ispe(64, 64)), 60), "import.image-unreadable");
    refuses("GIF89a".getBytes(US_ASCII), "import.image-unknown");
    refuses(new byte[0], "import.image-unknown");
  }
}
