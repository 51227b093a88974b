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

  /** The person told it in other words after the older ones were chosen. */
  public static DossierRefused reworded() {
    return new DossierRefused("dossier.reworded");
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

  /** The times in a recording do not hold, so that spans might lie elsewhere than was heard. */
  static DossierRefused soundShifted() {
    return new DossierRefused("redaction.sound-shifted");
  }

  /** Another recording is being worked on, and another before it. */
  static DossierRefused busy() {
    return new DossierRefused("redaction.busy");
  }

  /** Files of conversations are damaged, or were changed on the disk. */
  static DossierRefused filesDamaged() {
    return new DossierRefused("dossier.files-damaged");
  }

  /** Files of conversations could not be taken out of what they lie in. */
  static DossierRefused filesUntaken() {
    return new DossierRefused("dossier.files-untaken");
  }

  /** Parts of this kind of file cannot be covered here. */
  public static DossierRefused uncoverable() {
    return new DossierRefused("dossier.uncoverable");
  }
}
