package org.vigie.node.exhibit.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.AccountTold;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.casefile.Cases;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.FilePart;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Upload;
import org.vigie.node.shell.UploadCut;
import org.vigie.node.shell.UploadRefused;
import org.vigie.node.shell.Visit;
import org.vigie.register.RegisterRefused;

/** Files and voice notes come in here, several at once, with as much about them as is known. */
@Controller
final class AddController {

  private static final String EMPTY = "exhibit.empty";
  private static final ExhibitReceived NOTHING =
      new ExhibitReceived(
          "",
          "",
          new ExhibitReceived.File("", ""),
          new ExhibitReceived.Bytes("", 0, "", ""),
          ExhibitReceived.Provenance.UNKNOWN,
          List.of(),
          "",
          List.of());

  private final Cases cases;
  private final Intake intake;
  private final SecureRandom random;
  private final long largest;

  AddController(Cases cases, Intake intake, SecureRandom random, NodeSettings settings) {
    this.cases = cases;
    this.intake = intake;
    this.random = random;
    this.largest = settings.limits().fileBytes();
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/add")
  Page ask(Visit visit, @PathVariable String id, Form form) throws Refusal {
    ExhibitCase.find(cases, visit, id);
    var blank = new KnownForm(id, "/cases/" + id + "/exhibits", 0, NOTHING, List.of());
    return Page.of("exhibit/add", new AddPage(blank, form.has("told"), largest));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits")
  Page receive(Visit visit, @PathVariable String id, Upload upload) throws Refusal, IOException {
    var open = ExhibitCase.find(cases, visit, id);
    var kept = new ArrayList<Exhibit>();
    try {
      for (var part = upload.next(); part.isPresent(); part = upload.next()) {
        take(visit, open, upload.form(), part.get(), kept);
      }
    } catch (UploadCut | UploadRefused ended) {
      if (kept.isEmpty()) {
        throw ended;
      }
      throw ExhibitRefused.cutAfter(kept.size());
    }
    if (kept.isEmpty()) {
      visit.tell(Notice.problem("exhibit.add.none"));
      return Page.to("/cases/" + id + "/exhibits/add");
    }
    if (upload.form().has("telling")) {
      told(open, kept);
    }
    visit.tell(Notice.done("exhibit.add.kept", kept.size()));
    return Page.to("/cases/" + id + "/exhibits");
  }

  private void take(Visit visit, Cases.Open open, Form form, FilePart part, List<Exhibit> kept)
      throws Refusal, IOException {
    try {
      var exhibit =
          intake.receive(
              visit.signedIn(),
              open.register(),
              part.name(),
              part.bytes(),
              KnownForm.provenance(form));
      if (KnownForm.saysMore(form)) {
        Exhibits.of(open.register()).receive(KnownForm.read(exhibit.received(), form));
      }
      kept.add(exhibit);
    } catch (ExhibitRefused refused) {
      if (!refused.key().equals(EMPTY)) {
        throw refused;
      }
      // An empty file must not keep those after it from coming in.
      visit.tell(Notice.problem(EMPTY));
    }
  }

  /** A recording can be the telling itself: then it stands among what was told. */
  private void told(Cases.Open open, List<Exhibit> kept) throws RegisterRefused {
    var first = open.file().accounts().stream().findFirst();
    var account = first.map(one -> one.account().account()).orElseGet(this::freshId);
    var kind = first.isPresent() ? "addendum" : "first";
    for (var exhibit : kept) {
      if (exhibit.kind().equals("audio")) {
        open.register()
            .append(CaseFile.TOLD, new AccountTold(account, kind, "", "", "person", exhibit.id()));
        kind = "addendum";
      }
    }
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
