package org.vigie.node.demo;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.demo.story.Bilingual;
import org.vigie.node.dossier.DossierDrafted;
import org.vigie.node.dossier.DossierDrafted.Chosen;
import org.vigie.node.dossier.DossierDrafted.Contents;
import org.vigie.node.dossier.DossierDrafted.Recipient;
import org.vigie.node.dossier.Dossiers;
import org.vigie.node.dossier.Releases;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.incident.Incidents;
import org.vigie.node.shell.SignedIn;

/** The dossier of the story: one person's case, made ready for an invented organisation. */
public final class DemoDossier {

  /** Whose it is. */
  public static final String PERSON = "mesange";

  private static final Bilingual RECIPIENT =
      new Bilingual(
          "The Watchtower (invented association)", "La Tour de guet (association inventée)");

  private final Parts parts;

  /** The dossier in a node with these parts. */
  public DemoDossier(Parts parts) {
    this.parts = parts;
  }

  /** Drafts it: everything told, every incident, every exhibit as received. */
  void draft(SignedIn member, Language language) throws Refusal {
    var open = own(member);
    var accounts = open.file().currentAccounts().stream().map(told -> told.sequence()).toList();
    var incidents =
        Incidents.of(open.register()).byTime().stream().map(incident -> incident.id()).toList();
    var exhibits =
        Exhibits.of(open.register()).inOrder().stream()
            .map(exhibit -> new Chosen(exhibit.id(), "original"))
            .toList();
    var blank = DossierDrafted.blank(freshId(), DossierDrafted.GENERAL, language.tag());
    Dossiers.of(open.register())
        .draft(
            new DossierDrafted(
                blank.dossier(),
                blank.kind(),
                blank.language(),
                "ngo",
                new Recipient("ngo", RECIPIENT.in(language), ""),
                blank.complaint(),
                new Contents(accounts, incidents, exhibits, List.of()),
                false));
  }

  /**
   * Lets it go as a package, as a page would.
   *
   * @return what writes the package
   */
  public Releases.Handout release(SignedIn member) throws Refusal, IOException {
    var open = own(member);
    var releases = parts.part(Releases.class);
    var dossier = Dossiers.of(open.register()).inOrder().getFirst();
    return releases.release(releases.material(open, dossier.id()), Releases.Form.PACKAGE, null);
  }

  private Cases.Open own(SignedIn member) throws Refusal {
    return parts.part(Cases.class).of(member.keys()).getFirst();
  }

  private String freshId() {
    var bytes = new byte[8];
    parts.part(SecureRandom.class).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
