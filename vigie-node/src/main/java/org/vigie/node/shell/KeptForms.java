package org.vigie.node.shell;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.kernel.MemberId;

/**
 * Forms that came when a session was locked or over, sealed to whoever typed them and offered again
 * after unlocking. Protects what was typed from everyone but its writer; does not keep files, nor
 * survive a restart.
 */
public final class KeptForms {

  private static final int MOST = 20;

  private final Map<MemberId, Deque<Sealed>> byMember = new ConcurrentHashMap<>();

  /**
   * A form given back.
   *
   * @param action the address it was for
   * @param form what was typed
   */
  public record Kept(String action, Form form) {}

  private static final class Sealed {
    private final byte[] bytes;

    Sealed(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  /** Keeps {@code typed}, but no secret in it; of more than twenty forms the oldest goes. */
  public void keep(MemberId member, SealingBox box, String action, Form typed) {
    var form = typed.withoutSecrets();
    var sealed = new Sealed(box.seal(encode(action, form).getBytes(StandardCharsets.UTF_8)));
    var kept = byMember.computeIfAbsent(member, _ -> new ArrayDeque<>());
    synchronized (kept) {
      kept.addLast(sealed);
      if (kept.size() > MOST) {
        kept.removeFirst();
      }
    }
  }

  /** How many forms wait for {@code member}. */
  public int waiting(MemberId member) {
    var kept = byMember.get(member);
    if (kept == null) {
      return 0;
    }
    synchronized (kept) {
      return kept.size();
    }
  }

  /** The oldest form that waits for the member, opened; it stays until {@link #drop}. */
  public Optional<Kept> next(SignedIn member) {
    var kept = byMember.get(member.id());
    if (kept == null) {
      return Optional.empty();
    }
    synchronized (kept) {
      var first = kept.peekFirst();
      return Optional.ofNullable(first)
          .map(form -> decode(new String(member.box().open(form.bytes), StandardCharsets.UTF_8)));
    }
  }

  /** Forgets the oldest form of {@code member}. */
  public void drop(MemberId member) {
    var kept = byMember.get(member);
    if (kept != null) {
      synchronized (kept) {
        kept.pollFirst();
      }
    }
  }

  private static String encode(String action, Form form) {
    var text = new StringBuilder(action);
    form.fields()
        .forEach((name, values) ->
            values.forEach(
                value -> text.append('\n').append(escape(name)).append('=').append(escape(value))));
    return text.toString();
  }

  private static Kept decode(String text) {
    var lines = text.split("\n", -1);
    var fields = new LinkedHashMap<String, List<String>>();
    for (var i = 1; i < lines.length; i++) {
      var pair = lines[i].split("=", 2);
      fields.computeIfAbsent(unescape(pair[0]), _ -> new ArrayList<>()).add(unescape(pair[1]));
    }
    return new Kept(lines[0], Form.of(fields));
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String unescape(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
