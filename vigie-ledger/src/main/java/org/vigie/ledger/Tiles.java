package org.vigie.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names and contents of the files of a log: C2SP tlog-tiles. A tile holds up to 256 hashes of one
 * level; an entry bundle the entries themselves, each after its length in two bytes.
 */
public final class Tiles {

  /** Hashes in a full tile. */
  public static final int WIDTH = 256;

  private static final int HEIGHT = 8;
  private static final int ENTRY_LENGTH = Short.BYTES + Hash.LENGTH;

  /**
   * One file.
   *
   * @param level level of the tile, 0 being leaf hashes; -1 for an entry bundle
   * @param index place within the level, from 0
   * @param width how many hashes or entries it holds, 1 to 256
   */
  public record Tile(int level, long index, int width) {

    /** The path below the log's folder, such as {@code tile/0/x001/234.p/17}. */
    public String path() {
      var out = new StringBuilder("tile/").append(level < 0 ? "entries" : level);
      out.append('/').append(numberPath(index));
      if (width < WIDTH) {
        out.append(".p/").append(width);
      }
      return out.toString();
    }

    /** What it holds in the log of these entries. */
    byte[] content(MerkleTree tree, HashRun entries) {
      if (level >= 0) {
        return hashes(tree, this);
      }
      var bundle = new ArrayList<LeafCommitment>(width);
      for (var i = 0; i < width; i++) {
        bundle.add(new LeafCommitment(entries.get(index * WIDTH + i)));
      }
      return bundle(bundle);
    }
  }

  private Tiles() {}

  /** The files that exist for a tree of {@code size} leaves and did not for {@code before}. */
  public static List<Tile> added(long before, long size) {
    var tiles = new ArrayList<Tile>();
    addLevel(tiles, -1, before, size);
    for (var level = 0; size >> (HEIGHT * level) > 0; level++) {
      addLevel(tiles, level, before >> (HEIGHT * level), size >> (HEIGHT * level));
    }
    return tiles;
  }

  private static void addLevel(List<Tile> tiles, int level, long before, long count) {
    for (var index = before / WIDTH; count > before && index * WIDTH < count; index++) {
      tiles.add(new Tile(level, index, (int) Math.min(WIDTH, count - index * WIDTH)));
    }
  }

  /** The hashes of a tile, one after the other. */
  static byte[] hashes(MerkleTree tree, Tile tile) {
    var out = ByteBuffer.allocate(tile.width() * Hash.LENGTH);
    for (var i = 0; i < tile.width(); i++) {
      out.put(tree.complete(HEIGHT * tile.level(), tile.index() * WIDTH + i).toBytes());
    }
    return out.array();
  }

  /** An entry bundle: each commitment after its length. */
  static byte[] bundle(List<LeafCommitment> entries) {
    var out = ByteBuffer.allocate(entries.size() * ENTRY_LENGTH);
    entries.forEach(e -> out.putShort((short) Hash.LENGTH).put(e.value().toBytes()));
    return out.array();
  }

  /** Reads what {@link #bundle} writes. */
  static List<LeafCommitment> parseBundle(byte[] bundle, int width) throws LedgerRefused {
    if (bundle.length != width * ENTRY_LENGTH) {
      throw new LedgerRefused("ledger.damaged-log");
    }
    var in = ByteBuffer.wrap(bundle);
    var entries = new ArrayList<LeafCommitment>(width);
    for (var i = 0; i < width; i++) {
      if (in.getShort() != Hash.LENGTH) {
        throw new LedgerRefused("ledger.damaged-log");
      }
      var value = new byte[Hash.LENGTH];
      in.get(value);
      entries.add(new LeafCommitment(Hash.of(value)));
    }
    return entries;
  }

  /** Three digits a path element, all but the last after an {@code x}. */
  private static String numberPath(long index) {
    var last = String.format(Locale.ROOT, "%03d", index % 1000);
    return index < 1000 ? last : prefixed(index / 1000) + "/" + last;
  }

  private static String prefixed(long index) {
    var last = String.format(Locale.ROOT, "x%03d", index % 1000);
    return index < 1000 ? last : prefixed(index / 1000) + "/" + last;
  }
}
