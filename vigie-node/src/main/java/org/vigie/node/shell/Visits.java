package org.vigie.node.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.kernel.Language;

/** Makes the {@link Visit} and the {@link Upload} of a request. */
public final class Visits {

  /** Languages the switch offers; a language whose bundle is partial says so. */
  public static final List<Language> OFFERED = List.of(Language.EN, Language.FR, Language.UG);

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)^multipart/form-data;.*?boundary=\"?([^\";]{1,70})\"?.*$");
  private static final String LANGUAGE_COOKIE = "lang";

  private final Sessions sessions;
  private final InstantSource clock;
  private final UploadLimits limits;
  private final Language otherwise;

  /** Visits of these sessions; {@code otherwise} serves browsers that name no language of ours. */
  public Visits(Sessions sessions, InstantSource clock, UploadLimits limits, Language otherwise) {
    this.sessions = sessions;
    this.clock = clock;
    this.limits = limits;
    this.otherwise = otherwise;
  }

  /** Begins the visit of {@code request} and attaches it. */
  public Visit begin(HttpServletRequest request, HttpServletResponse response) {
    var cookie = new SessionCookie(request, response);
    var visit = new Visit(sessions, clock, cookie, language(request), request.getRequestURI());
    visit.attach(request);
    return visit;
  }

  /** Marks that work for {@code session} is under way, so that its clocks wait. */
  public void working(Session session) {
    session.begin(clock.instant());
  }

  /** The counterpart of {@link #working}. */
  public void worked(Session session) {
    session.finish(clock.instant());
  }

  /** Whether {@code request} is a form with files. */
  public static boolean multipart(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /**
   * Starts reading the form with files that {@code request} carries; its token is checked first.
   *
   * @throws ShellRefused if it is not our form
   * @throws UploadRefused if it is not a form with files
   */
  public Upload upload(HttpServletRequest request) throws ShellRefused, UploadRefused, IOException {
    var type = request.getContentType();
    var matcher = BOUNDARY.matcher(type == null ? "" : type);
    if (!matcher.matches()) {
      throw UploadRefused.malformed();
    }
    var session = Visit.of(request).existing().orElseThrow(ShellRefused::foreignForm);
    var progress = new UploadProgress(request.getContentLengthLong());
    var id = request.getParameter("u");
    if (id != null && id.matches("[0-9a-f]{16}")) {
      session.uploads().put(id, progress);
    }
    request.setAttribute(UploadProgress.class.getName(), progress);
    var upload =
        new Upload(
            request.getInputStream(), matcher.group(1), limits, new UploadPace(clock, progress));
    request.setAttribute(Upload.class.getName(), upload);
    upload.requireToken(session.formToken());
    return upload;
  }

  /** Tells the progress page of {@code request}, if it has one, how the upload went. */
  public static void uploadEnded(HttpServletRequest request, boolean done) {
    if (request.getAttribute(UploadProgress.class.getName()) instanceof UploadProgress progress) {
      progress.finished(done);
    }
  }

  /** What was typed before the file that is being read, if {@code request} is a form with files. */
  public static Form typedBesideFiles(HttpServletRequest request) {
    return request.getAttribute(Upload.class.getName()) instanceof Upload upload
        ? upload.form()
        : Form.blank();
  }

  /** How far the upload {@code id} of {@code session} is. */
  public static Optional<UploadProgress> progress(Session session, String id) {
    return Optional.ofNullable(session.uploads().get(id));
  }

  /** The token that forms of {@code session} carry. */
  public static String formToken(Session session) {
    return session.formToken();
  }

  /**
   * The cookie that remembers a language and nothing else; gone with the browser.
   *
   * @param secure whether the browser came over TLS
   */
  public static String languageCookie(Language language, boolean secure) {
    var cookie = LANGUAGE_COOKIE + "=" + language.tag() + "; Path=/; HttpOnly; SameSite=Strict";
    return secure ? cookie + "; Secure" : cookie;
  }

  private Language language(HttpServletRequest request) {
    var chosen = SessionCookie.value(request, LANGUAGE_COOKIE);
    for (var language : OFFERED) {
      if (language.tag().equals(chosen)) {
        return language;
      }
    }
    if (request.getHeader("Accept-Language") == null) {
      return otherwise;
    }
    for (var locale : java.util.Collections.list(request.getLocales())) {
      for (var language : OFFERED) {
        if (language.tag().equals(locale.getLanguage())) {
          return language;
        }
      }
    }
    return otherwise;
  }
}
