package org.vigie.bench.node;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.kernel.Secret;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.seal.Totp;

/** Somebody with an account in the house, which they got through the pages. */
final class Person {

  private static final Pattern SECRET =
      Pattern.compile("<p class=\"secret\" dir=\"ltr\">([^<]*)</p>");
  private static final Pattern CASE = Pattern.compile("/cases/([0-9a-f]{32})/.*");
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP = 30;

  private final String name;
  private final String passphrase;
  private final String app;
  private final List<String> pages = new ArrayList<>();
  private long lastStep;

  private Person(String name, String passphrase, String app) {
    this.name = name;
    this.passphrase = passphrase;
    this.app = app;
  }

  /** The pages they look at. */
  List<String> pages() {
    return List.copyOf(pages);
  }

  /** Founds the house; the visitor is signed in afterwards. */
  static Person found(Visitor visitor, String path) throws IOException, InterruptedException {
    visitor.get(path);
    return enrol(visitor, "lamp keeper");
  }

  /** Joins by the words of an invitation. */
  static Person join(Visitor visitor, String words, String name)
      throws IOException, InterruptedException {
    visitor.get("/join");
    visitor.posted("/join", "paper", words.toUpperCase(Locale.ROOT));
    return enrol(visitor, name);
  }

  private static Person enrol(Visitor visitor, String name)
      throws IOException, InterruptedException {
    visitor.get("/enrol");
    visitor.posted("/enrol", "house", "Café of the Lamp", "name", name, "shown", "N. " + name);
    var shown = secrets(visitor.get("/enrol/keys"));
    var person = new Person(name, shown.getFirst(), shown.get(1));
    visitor.posted("/enrol/keys", "passphrase", person.passphrase, "code", person.code());
    visitor.get("/papers");
    visitor.posted("/papers/done");
    person.pages.addAll(List.of("/", "/cases", "/account", "/help"));
    return person;
  }

  /** Writes an invitation; for keepers. */
  String invite(Visitor visitor, String role, String note) throws IOException {
    visitor.get("/again");
    visitor.posted("/again", "passphrase", passphrase);
    visitor.get("/members/invite");
    pages.add("/members");
    return secrets(visitor.post("/members/invite", "note", note, "roles", role)).getFirst();
  }

  /** Tells what happened, three times something new. */
  void tell(Visitor visitor) throws IOException {
    visitor.get("/tell");
    var told = "A caller asked me to watch the lamp café, and knew where my sister works.";
    var where = CASE.matcher(visitor.posted("/tell", "words", told, "language", "en"));
    if (!where.matches()) {
      throw new IOException("telling led to no case");
    }
    var base = "/cases/" + where.group(1);
    for (var call = 1; call <= 3; call++) {
      visitor.get(base + "/incidents/new");
      var incident =
          visitor.posted(
              base + "/incidents",
              "original",
              "The caller said for the " + call + ". time that I should be silent.",
              "intermediaries",
              "mother, who heard it from an aunt",
              "act",
              "proxy-relayed-message");
      pages.add(incident);
    }
    pages.addAll(List.of(base, base, base + "/account", base + "/people", base + "/incidents/new"));
  }

  /** Signs in with a code that was not used before. */
  void signIn(Visitor visitor) throws IOException, InterruptedException {
    visitor.get("/sign-in");
    visitor.posted("/sign-in", "name", name, "passphrase", passphrase, "code", code());
  }

  /** The next code that counts; each counts once, and the next one already a step early. */
  @SuppressForbidden(reason = "an app with codes reads the real clock")
  private String code() throws InterruptedException {
    var clock = Clock.systemUTC();
    var step = Math.max(clock.instant().getEpochSecond() / STEP, lastStep + 1);
    lastStep = step;
    var early = Instant.ofEpochSecond((step - 1) * STEP + 1);
    if (clock.instant().isBefore(early)) {
      Thread.sleep(Duration.between(clock.instant(), early));
    }
    try (var secret = Secret.take(base32(app));
        var totp = Totp.ofSecret(secret)) {
      return totp.code(Instant.ofEpochSecond(step * STEP));
    }
  }

  private static List<String> secrets(Connection.Answer page) throws IOException {
    var found = SECRET.matcher(page.text()).results().map(match -> match.group(1)).toList();
    if (found.isEmpty()) {
      throw new IOException("the page shows no secret; it answered " + page.status());
    }
    return found;
  }

  private static byte[] base32(String text) {
    var out = new ByteArrayOutputStream();
    var bits = 0;
    var count = 0;
    for (var c : text.toUpperCase(Locale.ROOT).toCharArray()) {
      var value = BASE32.indexOf(c);
      if (value >= 0) {
        bits = bits << 5 | value;
        count += 5;
        if (count >= 8) {
          count -= 8;
          out.write(bits >> count & 0xff);
        }
      }
    }
    return out.toByteArray();
  }
}
