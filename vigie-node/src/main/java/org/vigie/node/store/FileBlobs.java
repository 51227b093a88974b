package org.vigie.node.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.vigie.kernel.BlobId;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.StoreTrouble;
import org.vigie.register.store.BlobStore;

/**
 * Sealed bytes as files of one folder, named by their random ids, all with the same time. Protects
 * against half-written files after a crash: a file is written beside its place, flushed, and then
 * takes its name in one step. Does not protect against what a disk keeps of a deleted file.
 */
public final class FileBlobs implements BlobStore {

  private static final String UNFINISHED = ".part";
  private static final FileTime NO_TIME = FileTime.fromMillis(0);
  private static final int HEADER = 4096;
  private static final int BUFFER = 128 * 1024;

  private final Path folder;

  /** Blobs in {@code folder}, which exists. */
  public FileBlobs(Path folder) {
    this.folder = folder;
  }

  @Override
  public Sink write(BlobId blob) throws IOException {
    return new FileSink(blob);
  }

  @Override
  public Optional<InputStream> read(BlobId blob) throws IOException {
    try {
      return Optional.of(Files.newInputStream(path(blob)));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Long> length(BlobId blob) throws IOException {
    try {
      return Optional.of(Files.size(path(blob)));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(BlobId blob) throws IOException {
    spoil(path(blob));
    Files.deleteIfExists(path(blob));
    Files.deleteIfExists(unfinished(blob));
    flushFolder();
  }

  /** Whether the folder can be written now. */
  public boolean ready() {
    return Files.isWritable(folder);
  }

  /** Without its header a sealed file opens for nobody, should the disk keep the rest. */
  private static void spoil(Path file) throws IOException {
    if (Files.exists(file)) {
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.allocate((int) Math.min(HEADER, channel.size())), 0);
        channel.force(true);
      }
    }
  }

  private Path path(BlobId blob) {
    return folder.resolve(blob.value());
  }

  private Path unfinished(BlobId blob) {
    return folder.resolve(blob.value() + UNFINISHED);
  }

  private void flushFolder() throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private final class FileSink extends Sink {

    private final BlobId blob;
    private final FileChannel channel;
    private final BufferedOutputStream out;
    private boolean committed;

    FileSink(BlobId blob) throws IOException {
      this.blob = blob;
      var file = unfinished(blob);
      Files.deleteIfExists(file);
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Home.ownerOnly(file);
      out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    @Override
    public void write(int b) throws IOException {
      told(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      told(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
      told(out::flush);
    }

    @Override
    public void commit() throws IOException {
      told(this::place);
    }

    private void told(Step step) throws IOException {
      try {
        step.run();
      } catch (IOException trouble) {
        throw StoreTrouble.writing(folder, trouble);
      }
    }

    private void place() throws IOException {
      out.flush();
      channel.force(true);
      channel.close();
      Files.setLastModifiedTime(unfinished(blob), NO_TIME);
      Files.move(unfinished(blob), path(blob), StandardCopyOption.ATOMIC_MOVE);
      committed = true;
      flushFolder();
    }

    @Override
    public void close() throws IOException {
      if (!committed) {
        channel.close();
        Files.deleteIfExists(unfinished(blob));
      }
    }
  }
}
