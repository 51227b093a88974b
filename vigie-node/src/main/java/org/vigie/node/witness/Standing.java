package org.vigie.node.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a witness that is asked stands.
 *
 * @param size entries of the checkpoint it cosigned last; 0 before the first
 * @param at when, as it states; null before the first
 * @param trouble what came of the last question
 * @param since since when there is that trouble; null where there is none
 */
public record Standing(long size, @Nullable Instant at, Trouble trouble, @Nullable Instant since) {

  static final Standing NEW = new Standing(0, null, Trouble.NONE, null);

  /** What can come of a question. */
  public enum Trouble {
    /** Nothing: it cosigned, or was not asked yet. */
    NONE("none"),
    /** No answer. */
    UNREACHABLE("unreachable"),
    /** It has not been told of this log. */
    UNKNOWN_LOG("unknown-log"),
    /** It was told of another key for this log. */
    UNTRUSTED("untrusted"),
    /** It gave an answer that is none, or says that our proof does not hold. */
    REFUSED("refused"),
    /** It holds a later state of this log than we do: this house was set back. */
    AHEAD("ahead"),
    /** It holds another history of this log. */
    SPLIT("split");

    private final String code;

    Trouble(String code) {
      this.code = code;
    }

    /** Last part of its message key. */
    public String code() {
      return code;
    }

    static Trouble of(String code) {
      for (var one : values()) {
        if (one.code.equals(code)) {
          return one;
        }
      }
      return NONE;
    }
  }

  /** Whether two histories or a setback showed. */
  public boolean grave() {
    return trouble == Trouble.AHEAD || trouble == Trouble.SPLIT;
  }

  Standing cosigned(long to, Instant when) {
    return to >= size
        ? new Standing(to, when, Trouble.NONE, null)
        : new Standing(size, at, Trouble.NONE, null);
  }

  Standing in(Trouble other, Instant now) {
    return new Standing(size, at, other, other == trouble && since != null ? since : now);
  }
}
