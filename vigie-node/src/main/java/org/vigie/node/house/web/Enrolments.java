package org.vigie.node.house.web;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.springframework.stereotype.Component;
import org.vigie.node.shell.Session;

/** The enrolments under way, each gone with its session. */
@Component
final class Enrolments {

  private final Map<Session, Enrolment> bySession =
      Collections.synchronizedMap(new WeakHashMap<>());

  void begin(Session session, Enrolment enrolment) {
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
