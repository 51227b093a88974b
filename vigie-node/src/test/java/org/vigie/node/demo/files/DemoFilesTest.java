package org.vigie.node.demo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.vigie.node.demo.story.DemoExhibit;
import org.vigie.node.demo.story.Story;

class DemoFilesTest {

  private static final Story STORY = Story.on(LocalDate.of(2026, 11, 22));
  private static final Map<String, DemoFile> FILES =
      DemoFiles.of(STORY).stream().collect(Collectors.toMap(DemoFile::name, file -> file));

  @Test
  void makes_a_file_for_every_exhibit_and_none_besides() {
    var exhibits =
        STORY.cases().stream()
            .flatMap(file -> file.exhibits().stream())
            .map(DemoExhibit::file)
            .toList();
    assertThat(FILES.keySet()).containsExactlyInAnyOrderElementsOf(exhibits);
  }

  @Test
  void makes_the_same_bytes_again() {
    for (var file : DemoFiles.of(STORY)) {
      assertThat(file.bytes())
          .as(file.name())
          .isEqualTo(Objects.requireNonNull(FILES.get(file.name())).bytes());
    }
  }

  @Test
  void keeps_samples_to_look_at_and_listen_to() throws IOException {
    var folder = Files.createDirectories(Path.of("target", "demo-files"));
    for (var file : FILES.values()) {
      Files.write(folder.resolve(file.name()), file.bytes());
    }
    assertThat(folder.resolve("c01-whatsapp.txt")).isNotEmptyFile();
  }

  @Test
  void writes_each_telephone_as_it_writes() {
    assertThat(text("c01-whatsapp.txt"))
        .contains("12/10/2026, 18:22 - +33 6 39 98 40 17: Bonsoir.")
        .contains("<Médias omis>")
        .contains("\n- qui vient à l’institut\n");
    assertThat(text("c02-whatsapp.txt")).contains("26.10.2026 20:40 - +33 6 39 98 40 17: Cevapsız");
    assertThat(text("c06-whatsapp.txt")).contains("3/24/26, 9:14\u202FAM - +852 5555 0187: ");
    assertThat(text("c10-whatsapp.txt")).contains("٢٤\u200F/١٠\u200F/٢٠٢٦، ٨:٤٠ ص - قوشنا: ");
    assertThat(new String(entry(entries(), "_chat.txt"), StandardCharsets.UTF_8))
        .contains(
            "\u200E[2026/10/25 07:52:06] 同乡: \u200E<附件: 00000006-PHOTO-2026-10-25-07-52-06.jpg>\r\n");
  }

  @Test
  void packs_the_media_an_iphone_attaches() throws IOException {
    var entries = entries();
    assertThat(entries.keySet())
        .containsExactlyInAnyOrder(
            "_chat.txt",
            "00000006-PHOTO-2026-10-25-07-52-06.jpg",
            "00000008-AUDIO-2026-10-31-22-05-08.wav");
    var photo = entry(entries, "00000006-PHOTO-2026-10-25-07-52-06.jpg");
    assertThat(ImageIO.read(new ByteArrayInputStream(photo))).isNotNull();
    assertThat(latin(photo)).doesNotContain("Exif");
  }

  @Test
  void records_a_voice_that_can_be_played() throws Exception {
    var wav = bytes("c02-appel.wav");
    try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
      assertThat(sound.getFormat().getSampleRate()).isEqualTo(16_000f);
      var seconds = sound.getFrameLength() / sound.getFormat().getFrameRate();
      assertThat(seconds).isBetween(4f, 20f);
    }
    int loudest = 0;
    for (int i = 44; i + 1 < wav.length; i += 2) {
      loudest = Math.max(loudest, Math.abs((wav[i] & 0xFF) | wav[i + 1] << 8));
    }
    assertThat(loudest).isEqualTo(24_000);
  }

  @Test
  void photographs_with_the_camera_the_time_and_the_place() throws IOException {
    var jpeg = bytes("c11-trottoir.jpg");
    assertThat(latin(jpeg)).contains("Exif\0\0MM", "Vigie Demo", "2026:10:19 19:42:00");
    var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
    assertThat(image.getWidth()).isEqualTo(960);
  }

  @Test
  void shows_a_whole_telephone_screen() throws IOException {
    for (var name : List.of("c02-screen.png", "c07-screen.png")) {
      var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes(name))));
      assertThat(image.getHeight()).isEqualTo(1440);
    }
  }

  private static byte[] bytes(String name) {
    return Objects.requireNonNull(FILES.get(name), name).bytes();
  }

  private static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] entry(Map<String, byte[]> entries, String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  private static Map<String, byte[]> entries() {
    var entries = new HashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes("c04-whatsapp.zip")))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }
}
