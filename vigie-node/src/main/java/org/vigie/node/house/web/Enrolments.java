package org.vigie.node.house.web;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.vigie.node.shell.Session;

/** The enrolments under way, each gone with its session. */
@Component
final class Enrolments {

  static final int MOST_TAKEN = 8;

  private final Map<Session, Enrolment> bySession =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Apps that members are setting up; no enrolment, which could ask for names. */
  private final Map<Session, Enrolment> apps = Collections.synchronizedMap(new WeakHashMap<>());

  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  /** What came of asking for a name. */
  enum Name {
    /** Nobody has it. */
    FREE,
    /** Somebody has it; another may be asked for. */
    TAKEN,
    /** This invitation met too many names that are taken; it is told nothing more. */
    SPENT
  }

  /**
   * Asks whether a name is free, one question after the other: an invitation must not tell who else
   * is in the house, in however many sessions it was opened before it was spent.
   */
  synchronized Name ask(Enrolment enrolment, BooleanSupplier free) {
    if (spent(enrolment)) {
      return Name.SPENT;
    }
    if (free.getAsBoolean()) {
      return Name.FREE;
    }
    var met = taken.merge(enrolment.invitation(), 1, Integer::sum);
    return met <= MOST_TAKEN ? Name.TAKEN : Name.SPENT;
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

  void beginApp(Session session, Enrolment fresh) {
    apps.put(session, fresh);
  }

  /** What holds the secret of the app that is being set up in {@code session}. */
  Optional<Enrolment> app(Session session) {
    return Optional.ofNullable(apps.get(session));
  }

  void endApp(Session session) {
    apps.remove(session);
  }
}
