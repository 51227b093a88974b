package org.vigie.node.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The stores cannot take or give anything at this moment, and in which way; what was acknowledged
 * before is not touched. Carried to the pages inside {@link java.io.UncheckedIOException} or as it
 * is. Its message names the kind and nothing else.
 */
public final class StoreTrouble extends IOException {

  private static final long serialVersionUID = 1L;

  /** With less room than this a disk counts as full: a database needs it to write anything. */
  private static final long ROOM = 1L << 20;

  /** What is the matter. */
  public enum Kind {
    /** No room on the disk or in the quota. */
    FULL,
    /** Somebody else holds the store; it comes back by itself. */
    BUSY,
    /** Anything else. */
    BROKEN
  }

  private final Kind kind;

  /** Trouble of this kind because of {@code cause}. */
  public StoreTrouble(Kind kind, Throwable cause) {
    super("the store is " + kind.name().toLowerCase(java.util.Locale.ROOT), cause);
    this.kind = kind;
  }

  /** The trouble of writing below {@code folder}: a full disk is told by its room, not by words. */
  public static StoreTrouble writing(Path folder, Throwable cause) {
    return new StoreTrouble(full(folder) ? Kind.FULL : Kind.BROKEN, cause);
  }

  /** The trouble that {@code failure} stems from, if it stems from a store. */
  public static Optional<StoreTrouble> in(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof StoreTrouble trouble) {
        return Optional.of(trouble);
      }
    }
    return Optional.empty();
  }

  /** What is the matter. */
  public Kind kind() {
    return kind;
  }

  private static boolean full(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < ROOM;
    } catch (IOException unknown) {
      return false;
    }
  }
}
