package org.vigie.node.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.vigie.kernel.MemberId;

/**
 * Every session of this process. Protects by holding sessions in memory only, under the digest of
 * their token, so that neither a seized disk nor a heap listing signs anybody in; does not survive
 * a restart, on purpose.
 */
public final class Sessions {

  /** A session that nobody has asked for so long leaves nothing, not even its lock page. */
  private static final Duration FORGOTTEN = Duration.ofHours(12);

  /** More sessions of people who have not signed in push out the oldest: a flood has an end. */
  static final int MOST_ANONYMOUS = 20_000;

  private static final Duration ANONYMOUS = Duration.ofHours(1);

  /** However often its browser asks: what is typed into an old session is not taken for ever. */
  private static final Duration MOST_ANONYMOUS_AGE = Duration.ofDays(1);

  private final Map<String, Session> byDigest = new ConcurrentHashMap<>();
  private final Deque<String> anonymous = new ConcurrentLinkedDeque<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final InstantSource clock;
  private final SecureRandom random;
  private final Duration idle;
  private final Duration absolute;

  /** Sessions that lock after {@code idle} and end after {@code absolute}. */
  public Sessions(InstantSource clock, SecureRandom random, Duration idle, Duration absolute) {
    this.clock = clock;
    this.random = random;
    this.idle = idle;
    this.absolute = absolute;
  }

  /**
   * A new session and the token its cookie carries.
   *
   * @param token 256 random bits in hexadecimal
   * @param session the session
   */
  public record Begun(String token, Session session) {}

  /** The session of a cookie's token, aged to this moment. */
  public Optional<Session> find(String token) {
    var session = byDigest.get(digest(token));
    if (session == null || over(session, clock.instant())) {
      byDigest.remove(digest(token));
      return Optional.empty();
    }
    session.asked(clock.instant());
    return Optional.of(session);
  }

  /** A session of somebody who has not signed in: it holds a form's token and nothing else. */
  public Begun begin() {
    var begun = keep(new Session(randomHex(), clock.instant()));
    anonymous.addLast(digest(begun.token()));
    if (waiting.incrementAndGet() > MOST_ANONYMOUS) {
      makeRoom();
    }
    return begun;
  }

  private void makeRoom() {
    var oldest = anonymous.pollFirst();
    if (oldest != null) {
      waiting.decrementAndGet();
      byDigest.computeIfPresent(oldest, (_, session) -> session.mayGo() ? null : session);
    }
  }

  /** How many sessions there are, of whatever kind. */
  int count() {
    return byDigest.size();
  }

  /** A session of {@code signedIn} under a new token; the session before it is over. */
  public Begun signIn(String tokenBefore, SignedIn signedIn) {
    var before = byDigest.remove(digest(tokenBefore));
    var begun = keep(Session.signedIn(randomHex(), clock.instant(), signedIn));
    if (before != null) {
      before.takeNotices().forEach(begun.session()::tell);
      begun.session().want(before.takeWanted());
      before.end();
    }
    return begun;
  }

  /** Moves {@code session} to a new token: after unlocking, the old one must not open it. */
  public String rename(String tokenBefore, Session session) {
    byDigest.remove(digest(tokenBefore));
    return keep(session).token();
  }

  /** Ends and forgets the session of {@code token}. */
  public void leave(String token) {
    var session = byDigest.remove(digest(token));
    if (session != null) {
      session.end();
    }
  }

  /** Ends and forgets every session of {@code member} that {@code which} picks. */
  public int endAll(MemberId member, Predicate<Session> which) {
    var ended = 0;
    for (var entry : List.copyOf(byDigest.entrySet())) {
      var session = entry.getValue();
      if (session.member().filter(member::equals).isPresent() && which.test(session)) {
        byDigest.remove(entry.getKey());
        session.end();
        ended++;
      }
    }
    return ended;
  }

  /** How many sessions of {@code member} are open or locked now. */
  public List<Session> of(MemberId member) {
    var found = new ArrayList<Session>();
    for (var session : byDigest.values()) {
      var live = session.state() == Session.State.OPEN || session.state() == Session.State.LOCKED;
      if (live && session.member().filter(member::equals).isPresent()) {
        found.add(session);
      }
    }
    return found;
  }

  /** Whether no request of a signed-in session is under way. */
  public boolean quiet() {
    return byDigest.values().stream().noneMatch(Session::busy);
  }

  /** Applies the clocks to every session and drops the forgotten ones. */
  public void sweep() {
    var now = clock.instant();
    byDigest.values().removeIf(session -> over(session, now));
  }

  /** Applies the clocks to a session, and says whether it is to be forgotten. */
  private boolean over(Session session, Instant now) {
    session.age(now, idle, absolute);
    return session.state() == Session.State.ANONYMOUS
        ? session.forgotten(now, ANONYMOUS, MOST_ANONYMOUS_AGE)
        : session.forgotten(now, FORGOTTEN, absolute.plus(FORGOTTEN));
  }

  /** Ends every session: the process stops. */
  public void endAll() {
    byDigest.values().forEach(Session::end);
    byDigest.clear();
  }

  private Begun keep(Session session) {
    var token = randomHex();
    byDigest.put(digest(token), session);
    return new Begun(token, session);
  }

  private String randomHex() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String digest(String token) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError("every JDK has SHA-256", missing);
    }
  }
}
