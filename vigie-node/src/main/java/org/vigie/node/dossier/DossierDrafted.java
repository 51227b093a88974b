package org.vigie.node.dossier;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * A dossier in the making, whole; the last entry with the same {@code dossier} counts.
 *
 * @param dossier identifier within the case
 * @param kind {@code complaint} to the French prosecutor or {@code general}
 * @param language {@code en} or {@code fr}: the language of its papers
 * @param purpose code of {@link org.vigie.node.consent.Purpose}
 * @param recipient for whom
 * @param complaint what only a complaint needs
 * @param contents what it tells and shows
 * @param dropped true when it was given up
 */
public record DossierDrafted(
    String dossier,
    String kind,
    String language,
    String purpose,
    Recipient recipient,
    Complaint complaint,
    Contents contents,
    boolean dropped) {

  /** A complaint to the French prosecutor. */
  public static final String COMPLAINT = "complaint";

  /** Any other dossier. */
  public static final String GENERAL = "general";

  /** Reads tolerantly. */
  public DossierDrafted {
    dossier = text(dossier);
    kind = COMPLAINT.equals(kind) ? COMPLAINT : GENERAL;
    language = "fr".equals(language) ? "fr" : "en";
    purpose = text(purpose);
    recipient = recipient == null ? new Recipient("", "", "") : recipient;
    complaint = complaint == null ? Complaint.BLANK : complaint;
    contents = contents == null ? Contents.NONE : contents;
  }

  /** A draft with nothing chosen yet. */
  public static DossierDrafted blank(String dossier, String kind, String language) {
    var complaint = COMPLAINT.equals(kind);
    return new DossierDrafted(
        dossier,
        kind,
        language,
        complaint ? "complaint" : "",
        new Recipient(complaint ? "prosecutor" : "", "", ""),
        Complaint.BLANK,
        Contents.NONE,
        false);
  }

  /** The same with other contents. */
  public DossierDrafted with(Contents other) {
    return new DossierDrafted(
        dossier, kind, language, purpose, recipient, complaint, other, dropped);
  }

  /** The same, given up. */
  public DossierDrafted givenUp() {
    return new DossierDrafted(
        dossier, kind, language, purpose, recipient, complaint, contents, true);
  }

  /** Whether it is a complaint to the French prosecutor. */
  public boolean forProsecutor() {
    return kind.equals(COMPLAINT);
  }

  /**
   * For whom.
   *
   * @param role {@code prosecutor}, {@code police}, {@code un}, {@code ngo}, {@code lawyer}, {@code
   *     journalist}, {@code ministry} or {@code other}
   * @param name office or person, as it stands on the paper; for a complaint the court
   * @param address lines of its address, or empty
   */
  public record Recipient(String role, String name, String address) {

    /** Reads tolerantly. */
    public Recipient {
      role = text(role);
      name = text(name);
      address = text(address);
    }
  }

  /**
   * What a complaint needs besides (code de procédure pénale, art. 40-4-1 and 10-2).
   *
   * @param name complainant, as on identity papers
   * @param birth date and place, or empty
   * @param nationality or empty
   * @param address where letters go
   * @param host association or lawyer whose address it is, with their consent; empty for one's own
   * @param contact telephone or e-mail, or empty
   * @param place where it is signed
   * @param interpreter language in which the person wants to be heard, or empty
   * @param harms one sentence each
   * @param qualifications possible ones, never asserted
   * @param foreignPower elements for an examination under article 411-12 of the criminal code
   */
  public record Complaint(
      String name,
      String birth,
      String nationality,
      String address,
      String host,
      String contact,
      String place,
      String interpreter,
      List<String> harms,
      List<String> qualifications,
      List<String> foreignPower) {

    static final Complaint BLANK =
        new Complaint("", "", "", "", "", "", "", "", List.of(), List.of(), List.of());

    /** Reads tolerantly. */
    public Complaint {
      name = text(name);
      birth = text(birth);
      nationality = text(nationality);
      address = text(address);
      host = text(host);
      contact = text(contact);
      place = text(place);
      interpreter = text(interpreter);
      harms = list(harms);
      qualifications = list(qualifications);
      foreignPower = list(foreignPower);
    }
  }

  /**
   * What it tells and shows.
   *
   * @param accounts sequences of the entries in which the account was told
   * @param incidents identifiers, in the order chosen
   * @param exhibits in the order chosen
   * @param unverified what in particular could not be verified, one sentence each
   * @param rsmf conversations also as RSMF: {@code lines} that incidents quote, {@code all}, or
   *     empty
   * @param seen sequence of the newest telling that whoever chose had before them; 0 if unknown
   */
  public record Contents(
      List<Long> accounts,
      List<String> incidents,
      List<Chosen> exhibits,
      List<String> unverified,
      String rsmf,
      long seen) {

    static final Contents NONE = new Contents(List.of(), List.of(), List.of(), List.of());

    /** Contents without RSMF, chosen from what was told last. */
    public Contents(
        List<Long> accounts,
        List<String> incidents,
        List<Chosen> exhibits,
        List<String> unverified) {
      this(accounts, incidents, exhibits, unverified, "", 0);
    }

    /** Reads tolerantly. */
    public Contents {
      accounts = list(accounts);
      incidents = list(incidents);
      exhibits = list(exhibits);
      unverified = list(unverified);
      rsmf = List.of("lines", "all").contains(text(rsmf)) ? rsmf : "";
    }

    /** Whether nothing was chosen. */
    public boolean hasNothing() {
      return accounts.isEmpty() && incidents.isEmpty() && exhibits.isEmpty();
    }

    /** The same with {@code copy} of {@code exhibit} instead of whatever it was before. */
    public Contents showing(String exhibit, String copy) {
      var shown =
          exhibits.stream()
              .map(one -> one.exhibit().equals(exhibit) ? new Chosen(exhibit, copy) : one)
              .toList();
      return new Contents(accounts, incidents, shown, unverified, rsmf, seen);
    }
  }

  /**
   * An exhibit, as received or as a copy made from it.
   *
   * @param exhibit identifier within the case
   * @param copy identifier of what was derived from it; empty for the bytes as received
   */
  public record Chosen(String exhibit, String copy) {

    /** Reads tolerantly. */
    public Chosen {
      exhibit = text(exhibit);
      copy = text(copy);
    }
  }
}
