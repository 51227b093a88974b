package org.vigie.node.dossier;

import org.vigie.kernel.Refusal;

/** A dossier that cannot be had, or cannot go. */
public final class DossierRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private DossierRefused(String key, Object... details) {
    super(key, details);
  }

  /** No such dossier in this case. */
  public static DossierRefused notFound() {
    return new DossierRefused("dossier.not-found");
  }

  /** Nothing, or no recipient, was chosen. */
  public static DossierRefused unfinished() {
    return new DossierRefused("dossier.unfinished");
  }

  /** Something in it is covered by no consent today. */
  public static DossierRefused noConsent() {
    return new DossierRefused("dossier.no-consent");
  }

  /** Something in it must never be said, or could not be searched. */
  public static DossierRefused neverSaid() {
    return new DossierRefused("dossier.never-said");
  }

  /** The case changed between the check and the release. */
  public static DossierRefused changed() {
    return new DossierRefused("dossier.changed.conflict");
  }

  /** The words of an item changed after parts of them were covered. */
  public static DossierRefused wordsChanged() {
    return new DossierRefused("dossier.words-changed");
  }

  /** The voice of a recording could not be masked. */
  static DossierRefused voiceUnmasked() {
    return new DossierRefused("redaction.voice-unmasked");
  }

  /** A recording could not be written anew. */
  static DossierRefused soundUnreadable() {
    return new DossierRefused("redaction.sound-unreadable");
  }

  /** A recording is longer than a copy may be. */
  static DossierRefused soundTooLong() {
    return new DossierRefused("redaction.sound-too-long");
  }

  /** Parts of this kind of file cannot be covered here. */
  public static DossierRefused uncoverable() {
    return new DossierRefused("dossier.uncoverable");
  }
}
