package org.vigie.node.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;

/**
 * One request, as a controller sees it: who asks, in what language. A controller takes it as a
 * parameter. It never tells an address, a browser's name or anything else about where the request
 * came from.
 */
public final class Visit {

  private static final String ATTRIBUTE = Visit.class.getName();

  private final Sessions sessions;
  private final InstantSource clock;
  private final SessionCookie cookie;
  private final Language language;
  private final String path;
  private String token;
  private @Nullable Session session;

  Visit(
      Sessions sessions,
      InstantSource clock,
      SessionCookie cookie,
      Language language,
      String path) {
    this.sessions = sessions;
    this.clock = clock;
    this.cookie = cookie;
    this.language = language;
    this.path = path;
    this.token = cookie.token();
    this.session = sessions.find(token).orElse(null);
  }

  /** The visit of {@code request}. */
  public static Visit of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Visit visit) {
      return visit;
    }
    throw new IllegalStateException("the request did not pass the visit filter");
  }

  void attach(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The language of the page. */
  public Language language() {
    return language;
  }

  /** The address asked for, without its query. */
  public String path() {
    return path;
  }

  /** The member whose keys are open, if they are. */
  public Optional<SignedIn> member() {
    return existing().flatMap(Session::signedIn);
  }

  /**
   * The member whose keys are open.
   *
   * @throws IllegalStateException on a route that is not closed by {@link Access}
   */
  public SignedIn signedIn() {
    return member().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  /** How far someone is in. */
  public Session.State state() {
    return existing().map(Session::state).orElse(Session.State.ANONYMOUS);
  }

  /** The session of this browser, if it has one. */
  public Optional<Session> existing() {
    return Optional.ofNullable(session);
  }

  /** The session of this browser; one is begun if it has none, which sets a cookie. */
  public Session session() {
    var known = session;
    if (known == null) {
      var begun = sessions.begin();
      become(begun.token(), begun.session());
      return begun.session();
    }
    return known;
  }

  /** Signs {@code member} in under a new token. */
  public void signIn(SignedIn member) {
    var begun = sessions.signIn(token, member);
    become(begun.token(), begun.session());
  }

  /** Opens the locked session again under a new token. */
  public void unlock(SignedIn member) {
    var locked = session();
    locked.open(member, clock.instant());
    become(sessions.rename(token, locked), locked);
  }

  /** Moves the session to a new token: what it may do just changed (S-26). */
  public void renew() {
    var same = session();
    become(sessions.rename(token, same), same);
  }

  /** Ends the session and forgets its cookie. */
  public void leave() {
    sessions.leave(token);
    session = null;
    token = "";
    cookie.clear();
  }

  /** Leaves a sentence for the next page. */
  public void tell(Notice notice) {
    session().tell(notice);
  }

  private void become(String newToken, Session other) {
    token = newToken;
    session = other;
    cookie.set(newToken);
  }
}
