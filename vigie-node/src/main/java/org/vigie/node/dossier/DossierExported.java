package org.vigie.node.dossier;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * Something left the case: what, to whom, in which form, under which consent. The entry's author
 * and time say who let it go and when. It is written before the first byte leaves.
 *
 * @param dossier which dossier
 * @param form {@code package} or {@code pdf}
 * @param recipient to whom
 * @param purpose code of {@link org.vigie.node.consent.Purpose}
 * @param items what it held
 * @param file what was handed out
 * @param consent under which answer
 */
public record DossierExported(
    String dossier,
    String form,
    DossierDrafted.Recipient recipient,
    String purpose,
    List<Item> items,
    File file,
    Consent consent) {

  /** Reads tolerantly. */
  public DossierExported {
    dossier = text(dossier);
    form = text(form);
    recipient = recipient == null ? new DossierDrafted.Recipient("", "", "") : recipient;
    purpose = text(purpose);
    items = list(items);
    file = file == null ? new File("", 0, "", "") : file;
    consent = consent == null ? new Consent("", "", false) : consent;
  }

  /**
   * One thing it held.
   *
   * @param kind {@code account}, {@code incident} or {@code exhibit}
   * @param item identifier within the case
   * @param number under which the recipient knows it, such as {@code P-001}, or empty
   * @param sha256 of the bytes handed out; empty for words
   * @param covered whether parts were left out
   */
  public record Item(String kind, String item, String number, String sha256, boolean covered) {

    /** Reads tolerantly. */
    public Item {
      kind = text(kind);
      item = text(item);
      number = text(number);
      sha256 = text(sha256);
    }
  }

  /**
   * What was handed out.
   *
   * @param sha256 of the package or paper before sealing, lower-case hexadecimal
   * @param length in bytes, before sealing
   * @param sealedTo {@code key}, {@code passphrase} or {@code open}
   * @param key the recipient's public key it was sealed to, or empty
   */
  public record File(String sha256, long length, String sealedTo, String key) {

    /** Reads tolerantly. */
    public File {
      sha256 = text(sha256);
      sealedTo = text(sealedTo);
      key = text(key);
    }
  }

  /**
   * The answer it rests on.
   *
   * @param given day it was given, {@code 2026-01-15}
   * @param recipient the recipient it was given for; empty for everyone the purpose names
   * @param relatives whether it covered what is said of relatives
   */
  public record Consent(String given, String recipient, boolean relatives) {

    /** Reads tolerantly. */
    public Consent {
      given = text(given);
      recipient = text(recipient);
    }
  }
}
