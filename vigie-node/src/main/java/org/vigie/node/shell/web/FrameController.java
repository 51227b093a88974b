package org.vigie.node.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.FirstPage;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.KeptForms;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Open;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Session;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.UploadProgress;
import org.vigie.node.shell.Visit;
import org.vigie.node.shell.Visits;

/** The pages of the frame itself: front, help, language, Leave, Pause, what was kept. */
@Controller
final class FrameController {

  private final KeptForms keptForms;
  private final ObjectProvider<FirstPage> firstPage;

  FrameController(KeptForms keptForms, ObjectProvider<FirstPage> firstPage) {
    this.keptForms = keptForms;
    this.firstPage = firstPage;
  }

  @Open
  @GetMapping("/")
  Page front(Visit visit) {
    Optional<Page> other =
        firstPage
            .orderedStream()
            .flatMap(first -> first.insteadOfFront(visit).stream())
            .findFirst();
    return other.orElseGet(() -> Page.of("shell/front"));
  }

  @Open
  @GetMapping("/help")
  Page help() {
    return Page.of("shell/help");
  }

  @Open
  @GetMapping("/language/{tag}")
  Page language(
      @PathVariable String tag,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ShellRefused {
    for (var language : Visits.OFFERED) {
      if (language.tag().equals(tag)) {
        response.addHeader("Set-Cookie", Visits.languageCookie(language, request.isSecure()));
        return back(to);
      }
    }
    throw ShellRefused.notFound();
  }

  /** Only addresses of this node, and of those only plain ones. */
  private static Page back(String to) {
    return Page.to(to.matches("/[0-9A-Za-z/_.-]*") && !to.startsWith("//") ? to : "/");
  }

  @Open
  @PostMapping("/leave")
  Page leave(Visit visit, HttpServletResponse response) {
    visit.leave();
    response.setHeader("Clear-Site-Data", "\"cookies\", \"storage\"");
    return Page.to("/away");
  }

  @Open
  @GetMapping("/away")
  Page away() {
    return Page.of("shell/away");
  }

  @Open
  @PostMapping("/pause")
  Page pause(Visit visit, Form form, HttpServletRequest request) {
    var session = visit.session();
    var action = request.getParameter("_from");
    var member = session.member();
    var box = session.box();
    if (session.state() == Session.State.OPEN && member.isPresent() && box.isPresent()) {
      if (action != null && action.matches("/[0-9A-Za-z/_.-]*") && !form.fields().isEmpty()) {
        keptForms.keep(member.get(), box.get(), action, form);
        session.want("/kept");
        session.tell(Notice.done("shell.kept.notice"));
      }
      session.lock();
    }
    return Page.to("/unlock");
  }

  @Access
  @GetMapping("/kept")
  Page kept(Visit visit) {
    var next = keptForms.next(visit.signedIn());
    return next.map(kept -> Page.of("shell/kept", kept)).orElseGet(() -> Page.to("/"));
  }

  @Access
  @PostMapping("/kept/drop")
  Page drop(Visit visit) {
    keptForms.drop(visit.signedIn().id());
    return Page.to("/kept");
  }

  @Access
  @GetMapping("/uploads/{id}")
  Page progress(@PathVariable String id, Visit visit, HttpServletResponse response)
      throws ShellRefused {
    var progress = Visits.progress(visit.session(), id).orElseThrow(ShellRefused::notFound);
    if (progress.state() == UploadProgress.State.COMING) {
      response.setHeader("Refresh", "2");
    }
    return Page.of("shell/progress", new ProgressPage(id, progress));
  }

  @Access
  @PostMapping("/uploads/{id}/stop")
  Page stop(@PathVariable String id, Visit visit) throws ShellRefused {
    Visits.progress(visit.session(), id).orElseThrow(ShellRefused::notFound).stop();
    return Page.to("/uploads/" + id);
  }

  @Open
  @RequestMapping("/error")
  Page error(HttpServletRequest request) {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return Errors.known(status instanceof Integer code ? code : 404);
  }
}
