package org.vigie.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.BlobId;

class FileBlobsTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final BlobId id = BlobId.random(new SecureRandom());

  private int files() throws IOException {
    try (var list = Files.list(folder)) {
      return (int) list.count();
    }
  }

  @Test
  void a_blob_appears_whole_or_not_at_all() throws Exception {
    var blobs = new FileBlobs(folder);
    try (var sink = blobs.write(id)) {
      sink.write(new byte[500_000]);
      assertThat(blobs.read(id)).isEmpty();
    }
    assertThat(files()).isZero();
    try (var sink = blobs.write(id)) {
      sink.write(new byte[] {1, 2, 3});
      sink.commit();
    }
    assertThat(blobs.length(id)).contains(3L);
    try (var in = blobs.read(id).orElseThrow()) {
      assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
    }
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void a_blob_is_replaced_in_one_step() throws Exception {
    var blobs = new FileBlobs(folder);
    try (var sink = blobs.write(id)) {
      sink.write(1);
      sink.commit();
    }
    try (var sink = blobs.write(id)) {
      sink.write(2);
      assertThat(blobs.read(id).orElseThrow().readAllBytes()).containsExactly(1);
      sink.commit();
    }
    assertThat(blobs.read(id).orElseThrow().readAllBytes()).containsExactly(2);
  }

  @Test
  void every_file_has_the_same_time_and_only_its_owner_reads_it() throws Exception {
    var blobs = new FileBlobs(folder);
    try (var sink = blobs.write(id)) {
      sink.write(1);
      sink.commit();
    }
    var file = folder.resolve(id.value());
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void deleting_takes_unfinished_writes_along() throws Exception {
    var blobs = new FileBlobs(folder);
    Files.write(folder.resolve(id.value() + ".part"), new byte[10]);
    Files.write(folder.resolve(id.value()), new byte[10_000]);
    blobs.delete(id);
    blobs.delete(id);
    assertThat(files()).isZero();
    assertThat(blobs.length(id)).isEmpty();
  }
}
