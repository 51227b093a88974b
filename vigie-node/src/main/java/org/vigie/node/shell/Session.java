package org.vigie.node.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.MemberId;

/**
 * One browser's stay, in memory only. Protects a member's keys by closing them after a pause, after
 * the idle time, at the absolute end and on leaving; does not protect against whoever holds the
 * browser meanwhile. Safe for several requests at once.
 */
public final class Session {

  /** How far someone is in. */
  public enum State {
    /** Nobody has signed in. */
    ANONYMOUS,
    /** Signed in, keys open. */
    OPEN,
    /** Keys closed after a pause or the idle time; the passphrase opens them again. */
    LOCKED,
    /** Over; only a whole sign-in leads back, but what was typed is still taken. */
    ENDED
  }

  private static final int MOST_NOTICES = 8;

  private final String formToken;
  private final Instant begun;
  private final Map<String, UploadProgress> uploads = new ConcurrentHashMap<>();
  private final Deque<Notice> notices = new ArrayDeque<>();
  private Instant lastSeen;
  private Instant lastAsked;
  private Instant askedAt = Instant.MIN;
  private int underWay;
  private State state = State.ANONYMOUS;
  private @Nullable SignedIn signedIn;
  private @Nullable MemberId member;
  private @Nullable SealingBox box;
  private boolean held;
  private String wanted = "/";

  Session(String formToken, Instant now) {
    this.formToken = formToken;
    this.begun = now;
    this.lastSeen = now;
    this.lastAsked = now;
  }

  static Session signedIn(String formToken, Instant now, SignedIn signedIn) {
    var session = new Session(formToken, now);
    session.open(signedIn, now);
    return session;
  }

  /** What every form of this session carries. */
  String formToken() {
    return formToken;
  }

  /** How far someone is in. */
  public synchronized State state() {
    return state;
  }

  /** The member whose keys are open, if they are. */
  public synchronized Optional<SignedIn> signedIn() {
    return Optional.ofNullable(signedIn);
  }

  /** The member of this session, also while it is locked or over. */
  public synchronized Optional<MemberId> member() {
    return Optional.ofNullable(member);
  }

  /** Seals to the member of this session, also while it is locked or over. */
  public synchronized Optional<SealingBox> box() {
    return Optional.ofNullable(box);
  }

  /** Opens the keys again after a pause; the passphrase was just given. */
  public synchronized void open(SignedIn again, Instant now) {
    wipe();
    signedIn = again;
    member = again.id();
    box = again.box();
    state = State.OPEN;
    lastSeen = now;
    askedAt = now;
  }

  /** Closes the keys at once; the passphrase opens them again. */
  public synchronized void lock() {
    if (state == State.OPEN) {
      wipe();
      state = State.LOCKED;
    }
  }

  /** Closes the keys for good. */
  synchronized void end() {
    wipe();
    if (state != State.ANONYMOUS) {
      state = State.ENDED;
    }
  }

  /** Notes that the passphrase was given again. */
  public synchronized void askedAgain(Instant now) {
    askedAt = now;
  }

  /** Whether the passphrase was given within {@code window} before {@code now}. */
  public synchronized boolean askedWithin(Duration window, Instant now) {
    return askedAt.isAfter(now.minus(window));
  }

  /** Keeps a session of somebody who has not signed in yet from making room for others. */
  public synchronized void hold() {
    held = true;
  }

  /** Whether this session may go when there are too many of people who have not signed in. */
  synchronized boolean mayGo() {
    return state == State.ANONYMOUS && !held && underWay == 0;
  }

  /** Remembers the address someone wanted before signing in. */
  public synchronized void want(String path) {
    wanted = path;
  }

  /** The address someone wanted, once; the front page otherwise. */
  public synchronized String takeWanted() {
    var path = wanted;
    wanted = "/";
    return path;
  }

  /** Leaves a sentence for the next page. */
  public synchronized void tell(Notice notice) {
    if (notices.size() < MOST_NOTICES) {
      notices.add(notice);
    }
  }

  synchronized List<Notice> takeNotices() {
    var taken = new ArrayList<>(notices);
    notices.clear();
    return taken;
  }

  Map<String, UploadProgress> uploads() {
    return uploads;
  }

  synchronized void begin(Instant now) {
    underWay++;
    lastSeen = now;
  }

  synchronized void finish(Instant now) {
    underWay--;
    lastSeen = now;
  }

  /** Applies both clocks; work under way postpones them. */
  synchronized void age(Instant now, Duration idle, Duration absolute) {
    if (underWay > 0) {
      return;
    }
    if (!now.isBefore(begun.plus(absolute))) {
      end();
    } else if (!now.isBefore(lastSeen.plus(idle))) {
      lock();
    }
  }

  synchronized boolean busy() {
    return underWay > 0;
  }

  /** Notes that its browser is there, which moves neither clock: its form may be on a screen. */
  synchronized void asked(Instant now) {
    lastAsked = now;
  }

  /** Whether nobody has asked for it for so long, or it is older than any may become. */
  synchronized boolean forgotten(Instant now, Duration unasked, Duration most) {
    return underWay == 0 && (now.isAfter(lastAsked.plus(unasked)) || now.isAfter(begun.plus(most)));
  }

  private void wipe() {
    var open = signedIn;
    signedIn = null;
    if (open != null) {
      open.wipe();
    }
  }
}
