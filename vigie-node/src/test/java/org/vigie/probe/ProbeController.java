package org.vigie.probe;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Open;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Upload;
import org.vigie.node.shell.Visit;

/** A page that takes files and forgets them, and pages that fail. */
@Controller
public final class ProbeController {

  /** Bytes of all files that came whole. */
  public static final AtomicLong RECEIVED = new AtomicLong();

  /** The last text that was saved. */
  public static volatile String saved = "";

  /** Takes files and throws them away. */
  @Access
  @PostMapping("/probe/files")
  Page files(Upload upload, Visit visit) throws Refusal, IOException {
    var total = 0L;
    for (var file = upload.next(); file.isPresent(); file = upload.next()) {
      total += file.get().bytes().transferTo(OutputStream.nullOutputStream());
    }
    RECEIVED.addAndGet(total);
    visit.tell(Notice.done("probe.received", total, upload.form().text("note")));
    return Page.to("/");
  }

  /** Saves a text. */
  @Access
  @PostMapping("/probe/text")
  Page text(Form form) {
    saved = form.raw("told");
    return Page.to("/");
  }

  /** Needs the passphrase again. */
  @Access(askAgain = true)
  @GetMapping("/probe/sensitive")
  Page sensitive() {
    return Page.of("shell/help");
  }

  /** For keepers. */
  @Access(Role.KEEPER)
  @GetMapping("/probe/keepers")
  Page keepers() {
    return Page.of("shell/help");
  }

  /** Names nobody, so nobody may. */
  @GetMapping("/probe/nobody")
  Page nobody() {
    return Page.of("shell/help");
  }

  /** Fails with a message that quotes a person. */
  @Open
  @GetMapping("/probe/bug")
  Page bug(Form form) {
    if (form.has("well")) {
      return Page.of("shell/help");
    }
    throw new IllegalStateException("CANARY-PERSON-7781");
  }
}
