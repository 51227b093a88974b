package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealing from and opening into streams with two threads at work. */
class RelayTest {

  private static final int BATCH = ChunkBatch.PLAIN;
  private static final X25519Key KEY = X25519Key.generate(new SecureRandom());

  @AfterAll
  static void close() {
    KEY.close();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 65_536, BATCH - 1, BATCH, BATCH + 1, 2 * BATCH, 3 * BATCH + 65_536, 4_000_000})
  void gives_back_what_went_in(int length) throws IOException, SealRefused {
    var plain = plain(length);
    var sealed = sealed(new ByteArrayInputStream(plain), length);
    assertThat(AgeFile.open(sealed, List.of(KEY))).isEqualTo(plain);
    var opened = new ByteArrayOutputStream();
    try (var in = AgeFile.open(new ByteArrayInputStream(sealed), List.of(KEY))) {
      assertThat(in.transferTo(opened)).isEqualTo(length);
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(opened.toByteArray()).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, BATCH, BATCH + 5})
  void goes_on_after_what_was_written_and_before_what_will_be(int before)
      throws IOException, SealRefused {
    var plain = plain(before + 3 * BATCH);
    var out = new ByteArrayOutputStream();
    try (var sealing = AgeFile.sealTo(out, List.of(KEY.recipient()))) {
      sealing.write(plain, 0, before);
      sealing.transferFrom(new ByteArrayInputStream(plain, before, 2 * BATCH));
      sealing.write(plain, before + 2 * BATCH, BATCH);
    }
    assertThat(AgeFile.open(out.toByteArray(), List.of(KEY))).isEqualTo(plain);
  }

  @Test
  void a_file_that_could_not_be_read_to_its_end_never_opens() {
    var out = new ByteArrayOutputStream();
    var failing =
        new SequenceInputStream(new ByteArrayInputStream(plain(3 * BATCH)), new Failing());
    assertThatIOException()
        .isThrownBy(() -> {
          try (var sealing = AgeFile.sealTo(out, List.of(KEY.recipient()))) {
            sealing.transferFrom(failing);
          }
        })
        .withMessage("the disk is gone");
    assertThatThrownBy(() -> AgeFile.open(out.toByteArray(), List.of(KEY)))
        .isInstanceOfSatisfying(
            SealRefused.class, refused -> assertThat(refused.key()).isEqualTo("seal.truncated"));
  }

  @Test
  void stops_when_nothing_more_can_be_written() throws IOException {
    var sealed = sealed(new ByteArrayInputStream(plain(8 * BATCH)), 8 * BATCH);
    try (var in = AgeFile.open(new ByteArrayInputStream(sealed), List.of(KEY))) {
      assertThatIOException().isThrownBy(() -> in.transferTo(new Full())).withMessage("full");
    } catch (SealRefused impossible) {
      throw new AssertionError(impossible);
    }
    assertThatIOException()
        .isThrownBy(() -> {
          try (var sealing = AgeFile.sealTo(new Full(), List.of(KEY.recipient()))) {
            sealing.transferFrom(new ByteArrayInputStream(plain(8 * BATCH)));
          }
        })
        .withMessage("full");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 13})
  void hands_out_nothing_of_a_changed_chunk(int chunk) throws IOException, SealRefused {
    var length = 13 * ChunkCipher.PLAIN + 100;
    var plain = plain(length);
    var sealed = sealed(new ByteArrayInputStream(plain), length);
    sealed[sealed.length - 50 - (13 - chunk) * ChunkCipher.SEALED] ^= 1;
    var opened = new ByteArrayOutputStream();
    try (var in = AgeFile.open(new ByteArrayInputStream(sealed), List.of(KEY))) {
      assertThatThrownBy(() -> in.transferTo(opened)).isInstanceOf(BrokenSealException.class);
      assertThatThrownBy(in::read).isInstanceOf(BrokenSealException.class);
    }
    assertThat(plain).startsWith(opened.toByteArray());
    assertThat(opened.size()).isEqualTo(chunk * ChunkCipher.PLAIN);
  }

  private static byte[] sealed(InputStream plain, long length) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sealing = AgeFile.sealTo(out, List.of(KEY.recipient()))) {
      assertThat(sealing.transferFrom(plain)).isEqualTo(length);
    }
    return out.toByteArray();
  }

  private static byte[] plain(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  /** A disk that goes away. */
  private static final class Failing extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk is gone");
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      throw new IOException("the disk is gone");
    }
  }

  /** A disk with room for a header and two batches. */
  private static final class Full extends OutputStream {
    private int room = 2 * BATCH + 4096;

    @Override
    public void write(int octet) throws IOException {
      write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      room -= length;
      if (room < 0) {
        throw new IOException("full");
      }
    }
  }
}
