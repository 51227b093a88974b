package org.vigie.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.vigie.kernel.Refusal;
import org.vigie.node.ops.StoreTrouble;
import org.vigie.node.ops.StoreTrouble.Kind;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Pages;
import org.vigie.node.shell.UploadCut;
import org.vigie.node.shell.Visit;
import org.vigie.node.shell.Visits;

/**
 * The one place where something that went wrong becomes a page: a refusal is one calm sentence, a
 * mistake of ours a number to tell a keeper. The log gets the kind and place of a mistake, never
 * its message, which may quote what someone typed (S-10).
 */
@ControllerAdvice
final class Errors implements AccessDeniedHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final int DEEPEST = 40;
  private static final String KEY_TAKEN_BACK = "register.no-longer-member";

  /** Ticks, choices and identifiers: nothing that somebody typed. */
  private static final Pattern CHOSEN =
      Pattern.compile("\\s*|[0-9a-z]*[a-z][0-9a-z.-]*|[0-9]{1,5}");

  private final Pages pages;
  private final SecureRandom random;

  Errors(Pages pages, SecureRandom random) {
    this.pages = pages;
    this.random = random;
  }

  @ExceptionHandler
  Page refused(Refusal refusal, HttpServletRequest request) {
    Visits.uploadEnded(request, false);
    if (refusal.key().equals(KEY_TAKEN_BACK) && "GET".equals(request.getMethod())) {
      return goOn(Visit.of(request));
    }
    var model = new ErrorPage(refusal.key(), refusal.details(), "", typed(request));
    return Page.of("shell/error", model).status(Statuses.of(refusal.key()));
  }

  /**
   * The key to something was taken back while it was open. That is said once, on a page that works:
   * a list comes without it, and from something's own pages the way leads back to the start.
   */
  private static Page goOn(Visit visit) {
    visit.tell(Notice.problem("shell.key-taken-back"));
    return Page.to(visit.path().lastIndexOf('/') == 0 ? visit.path() : "/");
  }

  @ExceptionHandler
  Page failed(Exception failure, HttpServletRequest request, HttpServletResponse response) {
    var cut = uploadCut(failure);
    if (cut != null) {
      return refused(cut.refusal(), request);
    }
    Visits.uploadEnded(request, false);
    if (failure instanceof ErrorResponse known) {
      return known(known.getStatusCode().value());
    }
    var trouble = StoreTrouble.in(failure).map(StoreTrouble::kind).orElse(Kind.BROKEN);
    if (trouble != Kind.BROKEN) {
      LOG.error("the stores are {}", trouble == Kind.FULL ? "full" : "busy");
      var key = trouble == Kind.FULL ? "shell.full-disk" : "shell.busy";
      var told = new ErrorPage(key, List.of(), "", typed(request));
      return Page.of("shell/error", told).status(Statuses.of(key));
    }
    var reference = reference();
    LOG.error("error {}: {}", reference, trace(failure));
    return Page.of("shell/error", new ErrorPage("shell.bug", List.of(), reference, typed(request)))
        .status(500);
  }

  /** A page for a status that a filter or the server itself answered with. */
  static Page known(int status) {
    var key =
        switch (status) {
          case 404 -> "shell.not-found";
          case 403 -> "shell.foreign-form";
          case 405, 415, 406 -> "shell.unreadable";
          case 413 -> "shell.too-large";
          default -> status >= 500 ? "shell.bug" : "shell.unreadable";
        };
    return Page.of("shell/error", new ErrorPage(key, List.of(), "", List.of())).status(status);
  }

  /** The answer to a form that there is no room for; it is not read. */
  void noRoom(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    var model = new ErrorPage("shell.busy", List.of(), "", List.of());
    pages.write(Page.of("shell/error", model).status(503), Visit.of(request), response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    var model = new ErrorPage("shell.foreign-form", List.of(), "", typed(request));
    pages.write(Page.of("shell/error", model).status(403), Visit.of(request), response);
  }

  /**
   * What was typed, so that nothing is lost with a form that was not taken. Another site's form
   * gets nothing back: it could make our page say what it likes.
   */
  private static List<String> typed(HttpServletRequest request) {
    if (!"POST".equals(request.getMethod()) || !SameSiteFilter.ourSite(request)) {
      return List.of();
    }
    var typed = new ArrayList<String>();
    for (var values : form(request).withoutSecrets().fields().values()) {
      values.stream().filter(text -> !CHOSEN.matcher(text).matches()).forEach(typed::add);
    }
    return typed;
  }

  private static Form form(HttpServletRequest request) {
    if (Visits.multipart(request)) {
      return Visits.typedBesideFiles(request);
    }
    try {
      return Forms.of(request);
    } catch (IllegalStateException unreadable) {
      // The server could not read the fields, which is what the page is about to say.
      return Form.blank();
    }
  }

  private static @org.jspecify.annotations.Nullable UploadCut uploadCut(Throwable failure) {
    if (failure instanceof UploadCut cut) {
      return cut;
    }
    var wrapped = failure instanceof UncheckedIOException ? failure.getCause() : null;
    return wrapped instanceof UploadCut cut ? cut : null;
  }

  private String reference() {
    var bytes = new byte[4];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The kinds of a failure and the places it went through, without a single message. */
  private static String trace(Throwable failure) {
    var text = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      text.append(at.getClass().getName());
      var depth = 0;
      for (var element : at.getStackTrace()) {
        if (depth++ < DEEPEST && element.getClassName().startsWith("org.vigie")) {
          text.append("\n  at ").append(element);
        }
      }
      text.append('\n');
    }
    return text.toString().strip();
  }
}
