package org.vigie.imports.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Source;

/**
 * A source that can be had from its beginning on only, as what is compressed can. Keeps a few
 * places where somebody stopped, so that who looks at one file after another does not begin anew
 * each time. What is read in all is bounded. Not for use by several threads.
 */
public final class Forward implements Source, Closeable {

  private static final int MOST_KEPT = 4;
  private static final int PASSES = 24;
  private static final long FREE = 64L << 20;

  /** Opens it at its beginning. */
  @FunctionalInterface
  public interface Start {
    /** Opens it; the caller closes it. */
    InputStream open() throws IOException;
  }

  private final long length;
  private final Start start;
  private final List<Place> kept = new ArrayList<>();
  private long worked;

  /** {@code length} bytes that {@code start} gives from the first on. */
  public Forward(long length, Start start) {
    this.length = length;
    this.start = start;
  }

  /** Where somebody stopped. */
  private static final class Place {
    private final InputStream in;
    private long at;

    private Place(InputStream in) {
      this.in = in;
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream open(long offset) throws IOException {
    var found = nearest(offset);
    var place = found == null ? new Place(start.open()) : found;
    var opened = new Opened(place);
    try {
      opened.go(offset);
    } catch (IOException e) {
      place.in.close();
      throw e;
    }
    return opened;
  }

  /** The kept place from which there is least to go. */
  private @Nullable Place nearest(long offset) {
    Place best = null;
    for (var place : kept) {
      if (place.at <= offset && (best == null || place.at > best.at)) {
        best = place;
      }
    }
    kept.remove(best);
    return best;
  }

  private void work(long bytes) throws ArchiveLimit {
    worked += bytes;
    if (worked > length * PASSES + FREE) {
      throw new ArchiveLimit("import.zip-tangled");
    }
  }

  @Override
  public void close() throws IOException {
    for (var place : kept) {
      place.in.close();
    }
    kept.clear();
  }

  private final class Opened extends BlockInput {
    private final Place place;
    private boolean closed;

    private Opened(Place place) {
      super(place.in);
      this.place = place;
    }

    private void go(long offset) throws IOException {
      var scratch = new byte[8192];
      while (place.at < offset) {
        if (read(scratch, 0, (int) Math.min(scratch.length, offset - place.at)) < 0) {
          throw new ArchiveLimit("import.zip-broken");
        }
      }
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      var n = in.read(b, off, len);
      if (n > 0) {
        place.at += n;
        work(n);
      }
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      var scratch = new byte[(int) Math.max(0, Math.min(8192, n))];
      return scratch.length == 0 ? 0 : Math.max(0, read(scratch, 0, scratch.length));
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      kept.add(place);
      if (kept.size() > MOST_KEPT) {
        kept.removeFirst().in.close();
      }
    }
  }
}
