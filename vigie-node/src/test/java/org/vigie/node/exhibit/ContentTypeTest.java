package org.vigie.node.exhibit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files are by their first bytes. */
class ContentTypeTest {

  private static ContentType boxed(String brand) {
    return ContentType.of(("\0\0\0\u0018ftyp" + brand + "\0\0\0\0").getBytes(ISO_8859_1));
  }

  private static ContentType hex(String bytes) {
    return ContentType.of(HexFormat.of().parseHex(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mp41", "mp42", "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "3gp4", "3gp5", "3gp6",
        "dash", "avc1", "M4V "
      })
  void a_boxed_file_of_a_brand_that_telephones_write_is_settled_by_its_tracks(String brand) {
    var type = boxed(brand);
    assertThat(type).isEqualTo(new ContentType("video/mp4", "video", ContentType.Route.BOXED));
    assertThat(type.settled(true))
        .isEqualTo(new ContentType("audio/mp4", "audio", ContentType.Route.SOUND));
    assertThat(type.settled(false))
        .isEqualTo(new ContentType("video/mp4", "video", ContentType.Route.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"M4A ", "M4B "})
  void brands_of_sound_alone_need_not_be_asked_about(String brand) {
    assertThat(boxed(brand))
        .isEqualTo(new ContentType("audio/mp4", "audio", ContentType.Route.SOUND));
  }

  @ParameterizedTest
  @CsvSource({
    "heic, image/heic",
    "heix, image/heic",
    "heim, image/heic",
    "mif1, image/heic",
    "msf1, image/heic",
    "avif, image/avif"
  })
  void photographs_of_telephones_are_decoded_elsewhere(String brand, String type) {
    assertThat(boxed(brand)).isEqualTo(new ContentType(type, "picture", ContentType.Route.STILL));
  }

  @Test
  void films_of_quicktime_are_films() {
    assertThat(boxed("qt  ").mediaType()).isEqualTo("video/quicktime");
  }

  @ParameterizedTest
  @CsvSource({
    "fffb9064, audio/mpeg",
    "fffa9064, audio/mpeg",
    "fff38064, audio/mpeg",
    "fff28064, audio/mpeg",
    "ffe38064, audio/mpeg",
    "49443304, audio/mpeg",
    "fff150400160000000000000, audio/aac",
    "fff15040016000dead0000fff15040016000dead0000, audio/aac",
    "fff9504001600000000000fff9504001600000000000, audio/aac",
  })
  void sound_in_frames_is_known_by_its_first(String bytes, String type) {
    assertThat(hex(bytes).mediaType()).isEqualTo(type);
    assertThat(hex(bytes).route()).isEqualTo(ContentType.Route.SOUND);
    assertThat(ContentType.extensionOf(type)).isIn("mp3", "aac");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fffbf064",
        "fffa9c64",
        "fff1",
        "fff150400060000000000000",
        "fff17c400160000000000000",
        "fff15040016000dead0000aaaa5040016000dead0000",
        "fffe41004200"
      })
  void what_only_looks_like_sound_for_two_bytes_is_none(String bytes) {
    assertThat(hex(bytes).kind()).isNotEqualTo("audio");
  }
}
