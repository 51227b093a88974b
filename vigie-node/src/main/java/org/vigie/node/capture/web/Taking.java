package org.vigie.node.capture.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vigie.kernel.Refusal;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Upload;
import org.vigie.node.shell.UploadCut;
import org.vigie.node.shell.UploadRefused;
import org.vigie.node.shell.Visit;
import org.vigie.register.OpenRegister;

/** Takes the files of a form into a case, one exhibit each, in the order in which they come. */
final class Taking {

  private static final String EMPTY = "exhibit.empty";

  private final Intake intake;
  private final Visit visit;
  private final OpenRegister file;

  Taking(Intake intake, Visit visit, OpenRegister file) {
    this.intake = intake;
    this.visit = visit;
    this.file = file;
  }

  /**
   * What came.
   *
   * @param exhibits those that came whole
   * @param cut whether the upload ended before its end
   */
  record Taken(List<String> exhibits, boolean cut) {}

  /** Reads {@code upload} to its end; what came whole is kept whatever comes after it. */
  Taken all(Upload upload, ExhibitReceived.Provenance provenance) throws Refusal, IOException {
    var kept = new ArrayList<String>();
    try {
      for (var part = upload.next(); part.isPresent(); part = upload.next()) {
        try {
          kept.add(
              intake
                  .receive(
                      visit.signedIn(), file, part.get().name(), part.get().bytes(), provenance)
                  .id());
        } catch (ExhibitRefused refused) {
          if (!refused.key().equals(EMPTY)) {
            throw refused;
          }
          visit.tell(Notice.problem(EMPTY));
        }
      }
    } catch (UploadCut | UploadRefused ended) {
      if (kept.isEmpty()) {
        throw ended;
      }
      return new Taken(kept, true);
    }
    return new Taken(kept, false);
  }
}
