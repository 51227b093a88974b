package org.vigie.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.vigie.kernel.Refusal;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.KeptForms;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Open;
import org.vigie.node.shell.Session;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.SignedIn;
import org.vigie.node.shell.Upload;
import org.vigie.node.shell.Visit;
import org.vigie.node.shell.Visits;

/**
 * Opens a route to those its method names and to nobody else; a method that names nobody is closed.
 * Runs on the very method that would answer, so no address can slip past it. What someone typed
 * into a session that has locked is kept before they are sent to unlock it.
 */
final class AccessGate implements HandlerInterceptor {

  private static final Duration FRESH = Duration.ofMinutes(5);

  private final KeptForms keptForms;
  private final Visits visits;
  private final InstantSource clock;

  AccessGate(KeptForms keptForms, Visits visits, InstantSource clock) {
    this.keptForms = keptForms;
    this.visits = visits;
    this.clock = clock;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws Refusal, IOException {
    if (!(handler instanceof HandlerMethod method)) {
      throw ShellRefused.notFound();
    }
    if (Visits.multipart(request) && !takesUpload(method)) {
      throw ShellRefused.unreadable();
    }
    if (method.hasMethodAnnotation(Open.class)) {
      return true;
    }
    var access = method.getMethodAnnotation(Access.class);
    if (access == null) {
      throw ShellRefused.notFound();
    }
    var away = elsewhere(Visit.of(request), access);
    if (away == null) {
      return true;
    }
    keep(request);
    response.setStatus(303);
    response.setHeader("Location", away);
    return false;
  }

  /** Where to go first, or null if the way is free. */
  private @Nullable String elsewhere(Visit visit, Access access) throws ShellRefused {
    return switch (visit.state()) {
      case ANONYMOUS, ENDED -> "/sign-in";
      case LOCKED -> "/unlock";
      case OPEN -> {
        if (!visit.member().map(m -> may(m, access)).orElse(false)) {
          throw ShellRefused.notFound();
        }
        yield access.askAgain() && !visit.session().askedWithin(FRESH, clock.instant())
            ? "/again"
            : null;
      }
    };
  }

  private static boolean may(SignedIn member, Access access) {
    return member.holds(Set.copyOf(Arrays.asList(access.value())));
  }

  private void keep(HttpServletRequest request) throws Refusal, IOException {
    var visit = Visit.of(request);
    if (!"POST".equals(request.getMethod())) {
      visit.session().want(request.getRequestURI());
      return;
    }
    var session = visit.session();
    var member = session.member();
    var box = session.box();
    if (member.isEmpty() || box.isEmpty() || session.state() == Session.State.ANONYMOUS) {
      throw ShellRefused.foreignForm();
    }
    var form = Visits.multipart(request) ? withoutFiles(request) : Forms.of(request);
    keptForms.keep(member.get(), box.get(), request.getRequestURI(), form);
    session.tell(Notice.done("shell.kept.notice"));
    session.want("/kept");
  }

  private Form withoutFiles(HttpServletRequest request) throws Refusal, IOException {
    return visits.upload(request).formWithoutFiles();
  }

  private static boolean takesUpload(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == Upload.class);
  }
}
