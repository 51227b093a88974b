package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.vigie.evidence.IntakeRecord;
import org.vigie.evidence.Salt;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Claim;
import org.vigie.imports.exif.CameraFacts;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.node.cage.CageLimits;
import org.vigie.node.demo.files.Exif;
import org.vigie.node.demo.files.Photo;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.ops.NodeSettings;
import org.vigie.register.store.BlobStore;

class IntakeTest {

  private static final String CHAT =
      """
      13/02/2024, 10:11 - A: salam
      13/02/2024, 10:12 - B: be silent
      and think of your mother
      25/03/2024, 09:00 - B: <Media omitted>
      """;

  @Test
  void keeps_the_bytes_as_they_came_and_commits_to_them() throws Exception {
    var scene = new Scene();
    var exhibit = scene.receive("note.pdf", "%PDF-1.7 not really");
    var bytes = exhibit.received().bytes();
    assertThat(new String(scene.bytes(bytes), StandardCharsets.UTF_8))
        .isEqualTo("%PDF-1.7 not really");
    assertThat(exhibit.kind()).isEqualTo("document");
    assertThat(exhibit.number()).isEqualTo(1);
    var intake = java.util.Objects.requireNonNull(exhibit.intake());
    var record = IntakeRecord.parse(intake.record().getBytes(StandardCharsets.UTF_8));
    assertThat(record.sha256().toString()).isEqualTo(bytes.sha256());
    var salt = Salt.of(Base64.getDecoder().decode(intake.salt()));
    assertThat(scene.log.find(record.commit(salt))).isEmpty();
    scene.later(Duration.ofHours(1));
    assertThat(scene.log.publishIfDue(PublicationSchedule.HOURLY)).isPresent();
    assertThat(scene.log.find(record.commit(salt))).isPresent();
  }

  @Test
  void reads_a_conversation_into_messages_with_an_index() throws Exception {
    var scene = new Scene();
    var exhibit = scene.receive("chat.txt", CHAT);
    assertThat(exhibit.kind()).isEqualTo("chat");
    var report = ReadingReport.parse(exhibit.derived("messages").orElseThrow().report());
    assertThat(report.messages()).isEqualTo(3);
    assertThat(report.authors()).containsExactly("A", "B");
    var index = MessageIndex.parse(scene.bytes(exhibit.derived("index").orElseThrow().bytes()));
    assertThat(index.pages()).hasSize(1);
    assertThat(index.silences().getFirst().days()).isEqualTo(40);
    assertThat(scene.bytes(exhibit.received().bytes()))
        .isEqualTo(CHAT.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shows_a_picture_without_its_metadata() throws Exception {
    var scene = new Scene();
    var photo = Exif.of(LocalDateTime.of(2024, 2, 13, 22, 0), 48.1, 2.1).into(Photo.pavement(1));
    var exhibit = scene.receive("street.jpg", photo);
    assertThat(exhibit.kind()).isEqualTo("picture");
    var preview = exhibit.derived("preview").orElseThrow();
    var copy = scene.bytes(preview.bytes());
    assertThat(copy).startsWith(0x89, 'P', 'N', 'G');
    assertThat(CameraFacts.of(new BytesSource(copy))).isEmpty();
    assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Vigie Demo");
    var original = scene.bytes(exhibit.received().bytes());
    assertThat(original).isEqualTo(photo);
    assertThat(CameraFacts.of(new BytesSource(original)))
        .extracting(Claim::value)
        .contains("Vigie Demo", "48.10000° N, 2.10000° E");
    assertThat(preview.tool()).matches("vigie-imports \\d+\\.\\d+.*");
  }

  @Test
  void tells_the_length_of_a_recording_and_keeps_it_as_it_is() throws Exception {
    var scene = new Scene();
    var wav = Voice.wav("sabe la porta.", 1);
    var exhibit = scene.receive("voice.wav", wav);
    assertThat(exhibit.received().file().mediaType()).isEqualTo("audio/wav");
    assertThat(exhibit.derived("sound").orElseThrow().report()).contains("\"millis\"");
    assertThat(scene.bytes(exhibit.received().bytes())).isEqualTo(wav);
  }

  @Test
  void shows_a_text_that_is_no_conversation_as_text() throws Exception {
    var exhibit = new Scene().receive("letter.html", "<script>alert(1)</script> Dear sister");
    assertThat(exhibit.received().file().mediaType()).isEqualTo("text/plain");
    assertThat(exhibit.derived("text")).isPresent();
    assertThat(exhibit.missing()).isEmpty();
  }

  @Test
  void keeps_office_documents_that_are_not_read_as_they_came() throws Exception {
    var scene = new Scene();
    var old =
        "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1".getBytes(StandardCharsets.ISO_8859_1);
    for (var exhibit :
        List.of(
            scene.receive("a.rtf", "{\\rtf1\\ansi Dear sister}"),
            scene.receive("a.doc", old),
            scene.receive("a.xlsx", zip("xl/workbook.xml", "<workbook/>")))) {
      assertThat(exhibit.derived())
          .as(exhibit.received().file().name())
          .allMatch(one -> one.made().kind().equals(ArchiveFiles.KIND));
      assertThat(exhibit.missing()).isEmpty();
    }
  }

  @Test
  void keeps_what_no_reader_can_read_and_says_why() throws Exception {
    var scene = new Scene();
    var cut = java.util.Arrays.copyOf(zip("a/_chat.txt", CHAT), 90);
    assertThat(reason(scene.receive("cut.zip", cut))).isEqualTo("import.zip-broken");
    assertThat(reason(scene.receive("../up.zip", zip("../../etc/passwd", CHAT))))
        .isEqualTo("import.zip-unsafe-name");
    assertThat(reason(scene.receive("bomb.zip", zip("_chat.txt", "0".repeat(30_000_000)))))
        .isEqualTo("import.zip-ratio");
    var ambiguous = scene.receive("dates.txt", "04/05/2024, 10:11 - A: salam\n");
    assertThat(ambiguous.missing().orElseThrow().reason()).isEqualTo(ExhibitUnread.DATES);
    assertThat(ambiguous.missing().orElseThrow().details()).hasSize(4);
    assertThat(
            reason(
                scene.receive(
                    "p.png", "\u0089PNG\r\n\u001a\nbroken".getBytes(StandardCharsets.ISO_8859_1))))
        .startsWith("import.image");
    assertThat(Exhibits.of(scene.file).inOrder()).hasSize(5);
  }

  private static String reason(Exhibit exhibit) {
    return exhibit.missing().orElseThrow().reason();
  }

  @Test
  void a_cage_that_dies_loses_nothing_but_the_preview() throws Exception {
    var scene = new Scene(Scene.LIMITS, () -> Scene.cage(tiny()));
    var exhibit = scene.receive("chat.txt", CHAT);
    assertThat(exhibit.missing().orElseThrow().reason()).startsWith("cage.");
    assertThat(scene.bytes(exhibit.received().bytes()))
        .isEqualTo(CHAT.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void an_archive_whose_reading_broke_off_is_read_and_listed_when_it_is_tried_again()
      throws Exception {
    var cage = new AtomicReference<>(Scene.cage(tiny()));
    var scene = new Scene(Scene.LIMITS, cage::get);
    var exhibit = scene.receive("chat.zip", zip("_chat.txt", CHAT));
    assertThat(reason(exhibit)).startsWith("cage.");
    assertThat(exhibit.missing(ArchiveFiles.KIND)).isPresent();
    cage.set(Scene.USUAL.get());
    scene.intake.read(scene.file, exhibit, null);
    scene.intake.list(scene.file, exhibit);
    var now = Exhibits.of(scene.file).find(exhibit.id()).orElseThrow();
    assertThat(now.derived("messages")).isPresent();
    assertThat(now.missing()).isEmpty();
    assertThat(ArchiveFiles.of(scene.file, now).orElseThrow().all())
        .extracting(ArchiveFiles.File::path)
        .containsExactly("_chat.txt");
  }

  private static CageLimits tiny() {
    return new CageLimits(Duration.ofMillis(30), 20, 256, 1 << 20, 1);
  }

  @Test
  void an_empty_file_is_refused_and_nothing_is_kept() throws Exception {
    var scene = new Scene();
    assertThatThrownBy(() -> scene.receive("empty.txt", ""))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("exhibit.empty"));
    assertThat(scene.file.blobs()).isEmpty();
  }

  @Test
  void a_file_cut_in_the_middle_leaves_no_blob_and_no_entry() throws Exception {
    var scene = new Scene();
    var before = scene.file.entries().size();
    assertThatThrownBy(() -> scene.receive("film.mp4", new CutShort()))
        .isInstanceOf(IOException.class)
        .hasMessage("cut");
    assertThat(scene.file.blobs()).isEmpty();
    assertThat(scene.file.entries()).hasSize(before);
    assertThat(scene.blobs.copy()).isEmpty();
  }

  @Test
  void a_full_disk_is_a_sentence_and_leaves_nothing() throws Exception {
    var scene = new Scene(Scene.LIMITS, Scene.USUAL, FullDisk::new);
    var before = scene.file.entries().size();
    assertThatThrownBy(() -> scene.receive("film.mp4", new byte[3 << 20]))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("exhibit.full-disk"));
    assertThat(scene.file.entries()).hasSize(before);
    assertThat(scene.blobs.copy()).isEmpty();
    // Room for a small one, but not for what is derived from it.
    var kept = scene.receive("small.txt", "Dear sister");
    assertThat(kept.number()).isEqualTo(1);
  }

  @Test
  void S_86_counts_what_an_account_brought_and_stops_at_its_share() throws Exception {
    var scene = new Scene(new NodeSettings.Limits(3000, 4000, 1000, 10), Scene.USUAL);
    scene.receive("a.pdf", "%PDF-" + "a".repeat(2500));
    assertThatThrownBy(() -> scene.receive("b.pdf", "%PDF-" + "b".repeat(2500)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("shell.upload.account-full"));
    assertThatThrownBy(() ->
            new Scene(new NodeSettings.Limits(3000, 9000, 1000, 10), Scene.USUAL)
                .receive("c.pdf", "%PDF-" + "c".repeat(3500)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("shell.upload.file-too-large"));
    assertThat(Exhibits.of(scene.file).inOrder()).hasSize(1);
    assertThat(scene.file.blobs()).hasSize(1);
  }

  private static byte[] zip(String name, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  /** Takes a megabyte and no more in one file. */
  private record FullDisk(BlobStore disk) implements BlobStore {

    @Override
    public Sink write(BlobId blob) throws IOException {
      var sink = disk.write(blob);
      return new Sink() {
        private int written;

        @Override
        public void write(int b) throws IOException {
          if (++written > 1 << 20) {
            throw new IOException("No space left on device");
          }
          sink.write(b);
        }

        @Override
        public void commit() throws IOException {
          sink.commit();
        }

        @Override
        public void close() throws IOException {
          sink.close();
        }
      };
    }

    @Override
    public Optional<InputStream> read(BlobId blob) throws IOException {
      return disk.read(blob);
    }

    @Override
    public Optional<Long> length(BlobId blob) throws IOException {
      return disk.length(blob);
    }

    @Override
    public void delete(BlobId blob) throws IOException {
      disk.delete(blob);
    }
  }

  /** A megabyte, and then the line is gone. */
  private static final class CutShort extends InputStream {

    private final InputStream begun = new ByteArrayInputStream(new byte[1 << 20]);

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      var read = begun.read(into, from, length);
      if (read < 0) {
        throw new IOException("cut");
      }
      return read;
    }
  }
}
