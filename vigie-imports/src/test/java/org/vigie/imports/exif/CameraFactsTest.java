package org.vigie.imports.exif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Claim;

class CameraFactsTest {

  private static List<String> read(byte[] file) throws IOException {
    return CameraFacts.of(new BytesSource(file)).stream()
        .map(claim -> claim.name() + "=" + claim.value())
        .toList();
  }

  private static final List<String> ALL =
      List.of(
          "exif.make=Nobody",
          "exif.model=One",
          "exif.taken=2026:02:03 10:15:00",
          "place.coordinates=48.50000° N, 2.26000° E",
          "exif.thumbnail=yes");

  @Test
  void what_a_camera_wrote_is_read_in_either_order_of_bytes() throws IOException {
    for (var order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      assertThat(read(Camera.jpeg(Camera.block(order)))).isEqualTo(ALL);
    }
  }

  @Test
  void a_png_a_webp_and_a_heic_keep_the_same_block_elsewhere() throws IOException {
    var block = Camera.block(ByteOrder.BIG_ENDIAN);
    var png = ByteBuffer.allocate(20 + block.length);
    png.put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    png.putInt(block.length).put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(block).putInt(0);
    assertThat(read(png.array())).isEqualTo(ALL);
    var webp = ByteBuffer.allocate(20 + block.length).order(ByteOrder.LITTLE_ENDIAN);
    webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(block.length + 12);
    webp.put("WEBPEXIF".getBytes(StandardCharsets.US_ASCII)).putInt(block.length).put(block);
    assertThat(read(webp.array())).isEqualTo(ALL);
    var heic = ByteBuffer.allocate(16 + 8 + 20 + block.length);
    heic.putInt(16).put("ftypheicmif1".getBytes(StandardCharsets.US_ASCII));
    heic.putInt(28 + block.length).put("mdat".getBytes(StandardCharsets.US_ASCII));
    heic.put(new byte[14]).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(block);
    assertThat(read(heic.array())).isEqualTo(ALL);
  }

  @Test
  void a_film_says_where_it_was_made() throws IOException {
    var words = "+48.5+002.26/".getBytes(StandardCharsets.US_ASCII);
    var place = ByteBuffer.allocate(12 + words.length).putInt(12 + words.length);
    place.put("\u00a9xyz".getBytes(StandardCharsets.ISO_8859_1));
    place.putShort((short) words.length).putShort((short) 0).put(words);
    var size = place.capacity();
    var film = ByteBuffer.allocate(16 + 16 + size).putInt(16);
    film.put("ftypqt  mif1".getBytes(StandardCharsets.US_ASCII)).putInt(16 + size);
    film.put("moov".getBytes(StandardCharsets.US_ASCII)).putInt(8 + size);
    film.put("udta".getBytes(StandardCharsets.US_ASCII)).put(place.array());
    assertThat(read(film.array())).containsExactly("place.coordinates=+48.5+002.26/");
  }

  @Test
  void a_film_of_a_telephone_says_so_with_keys_and_values() throws IOException {
    var key = "com.apple.quicktime.make";
    var keys = ByteBuffer.allocate(8 + 8 + 8 + key.length()).putInt(24 + key.length());
    keys.put("keys".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(1);
    keys.putInt(8 + key.length()).put(("mdta" + key).getBytes(StandardCharsets.US_ASCII));
    var list = ByteBuffer.allocate(8 + 8 + 16 + 6).putInt(38);
    list.put("ilst".getBytes(StandardCharsets.US_ASCII)).putInt(30).putInt(1).putInt(22);
    list.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(0);
    list.put("Nobody".getBytes(StandardCharsets.US_ASCII));
    var inside = keys.capacity() + list.capacity();
    var film = ByteBuffer.allocate(16 + 16 + inside).putInt(16);
    film.put("ftypqt  mif1".getBytes(StandardCharsets.US_ASCII)).putInt(16 + inside);
    film.put("moov".getBytes(StandardCharsets.US_ASCII)).putInt(8 + inside);
    film.put("meta".getBytes(StandardCharsets.US_ASCII)).put(keys.array()).put(list.array());
    assertThat(read(film.array())).containsExactly("exif.make=Nobody");
  }

  @Test
  void a_block_cut_short_or_turned_on_itself_says_what_is_left_of_it() throws IOException {
    var block = Camera.block(ByteOrder.BIG_ENDIAN);
    for (var length = 0; length < block.length; length += 7) {
      assertThat(ALL).containsAll(read(Camera.jpeg(Arrays.copyOf(block, length))));
    }
    for (var i = 0; i < block.length; i++) {
      var changed = block.clone();
      changed[i] = (byte) 0xFF;
      assertThat(read(Camera.jpeg(changed))).hasSizeLessThan(10);
    }
  }

  @Test
  void words_that_would_steer_a_screen_are_dropped() {
    var claim = new Claim("photo", "exif.make", "a\u202eb\u0007c\n" + "x".repeat(1000));
    assertThat(claim.value()).startsWith("a b c x").hasSize(Claim.LONGEST);
  }
}
