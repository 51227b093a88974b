package org.vigie.node.house.web;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.vigie.node.shell.Session;

/** The enrolments under way, each gone with its session. */
@Component
final class Enrolments {

  static final int MOST_TAKEN = 8;

  private final Map<Session, Enrolment> bySession =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  /**
   * Notes that somebody with this invitation asked for a name that is taken; false once they did so
   * too often: an invitation must not tell who else is in the house.
   */
  boolean mayAskAgain(Enrolment enrolment) {
    return taken.merge(enrolment.invitation(), 1, Integer::sum) <= MOST_TAKEN;
  }

  /** Whether this invitation asked for too many names that are taken. */
  boolean spent(Enrolment enrolment) {
    return taken.getOrDefault(enrolment.invitation(), 0) > MOST_TAKEN;
  }

  void begin(Session session, Enrolment enrolment) {
    session.hold();
    bySession.put(session, enrolment);
  }

  Optional<Enrolment> of(Session session) {
    return Optional.ofNullable(bySession.get(session));
  }

  /** Signing in gives a new session; the papers to print follow. */
  void move(Session from, Session to) {
    var enrolment = bySession.remove(from);
    if (enrolment != null) {
      bySession.put(to, enrolment);
    }
  }

  void end(Session session) {
    bySession.remove(session);
  }
}
