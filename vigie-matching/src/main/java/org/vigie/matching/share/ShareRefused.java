package org.vigie.matching.share;

import java.util.Set;
import org.vigie.kernel.Refusal;

/** A share host does not answer, or its answer is not believed. */
public final class ShareRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  /** It cannot be reached; what was asked can be asked again. */
  public static final String AWAY = "share.away";

  /** It has no key yet. */
  public static final String EMPTY = "share.empty";

  /** It has a key already, or is not changing it. */
  public static final String STATE = "share.state";

  /** It is at another key. */
  public static final String EPOCH = "share.epoch";

  /** It did not understand, or what came back is none of its sentences. */
  public static final String MALFORMED = "share.malformed";

  /** It failed for a reason of its own, such as a full disk. */
  public static final String FAILED = "share.failed";

  /** Its proof does not hold: it used another key than the one that was agreed. */
  public static final String PROOF = "share.proof";

  /** It has another key, and nothing proves that it came from the one that was agreed. */
  public static final String UNPROVEN = "share.unproven";

  /** Fewer hosts answered rightly than the threshold; the details are the numbers of the others. */
  public static final String TOO_FEW = "share.too-few";

  private static final Set<String> FROM_OUTSIDE = Set.of(EMPTY, STATE, EPOCH, MALFORMED, FAILED);

  /** A refusal with one of the keys above. */
  public ShareRefused(String key, Object... details) {
    super(key, details);
  }

  /** What a host said, if it is a word of ours. */
  static ShareRefused said(String key) {
    return new ShareRefused(FROM_OUTSIDE.contains(key) ? key : MALFORMED);
  }
}
