package org.vigie.imports.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.imports.Claim;
import org.vigie.imports.text.Lines;

/** The signatures of all messages of a mailbox, counted by the key they name. */
final class MailboxSignatures {

  private static final int MOST_KEYS = 40;
  private static final int MOST_KNOWN = 10_000;
  private static final int MOST_PLACES = 10;

  private final DkimKeys keys;
  private final Map<Name, Count> counts = new LinkedHashMap<>();
  private long messages;
  private long unsigned;
  private long further;

  MailboxSignatures(DkimKeys keys) {
    this.keys = keys;
  }

  /** How a key is asked for. */
  private record Name(String domain, String selector) {}

  /** What came of the signatures with one key. */
  private static final class Count {

    private final Map<String, Long> verdicts = new LinkedHashMap<>();
    private final List<Long> broken = new ArrayList<>();

    private void add(String verdict, long line) {
      verdicts.merge(verdict, 1L, Long::sum);
      if (!verdict.equals("holds") && !verdict.equals("no-key") && broken.size() < MOST_PLACES) {
        broken.add(line);
      }
    }

    private long all() {
      return verdicts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Reads a mailbox and tells of its signatures, those of the most used keys first. */
  List<Claim> read(Lines lines) throws IOException {
    var mail = new MailSignatures(keys);
    var begun = 0L;
    var afterBlank = true;
    while (lines.next()) {
      var bytes = lines.bytes();
      if (afterBlank && Mailbox.parts(bytes)) {
        end(mail, begun);
        mail = new MailSignatures(keys);
        begun = lines.number();
      } else {
        mail.line(Mailbox.unescaped(bytes), lines.wasCut());
      }
      afterBlank = bytes.length == 0;
    }
    end(mail, begun);
    return claims();
  }

  private void end(MailSignatures mail, long begun) {
    if (begun == 0) {
      return;
    }
    messages++;
    mail.end();
    var judged = mail.judged();
    unsigned += judged.isEmpty() ? 1 : 0;
    for (var one : judged) {
      var name = new Name(one.domain(), one.selector());
      if (counts.containsKey(name) || counts.size() < MOST_KNOWN) {
        counts.computeIfAbsent(name, _ -> new Count()).add(one.verdict(), begun);
      } else {
        further++;
      }
    }
  }

  private List<Claim> claims() {
    var claims = new ArrayList<Claim>();
    claims.add(new Claim("mail", "mail.box", Long.toString(messages)));
    if (unsigned > 0) {
      claims.add(new Claim("mail", "mail.box.unsigned", Long.toString(unsigned)));
    }
    var sorted =
        counts.entrySet().stream()
            .sorted(Comparator.comparingLong(one -> -one.getValue().all()))
            .toList();
    for (var i = 0; i < sorted.size(); i++) {
      var count = sorted.get(i).getValue();
      if (i < MOST_KEYS) {
        tell(claims, "mail#" + (i + 2), sorted.get(i).getKey(), count);
      } else {
        further += count.all();
      }
    }
    if (further > 0) {
      claims.add(new Claim("mail", "mail.box.further", Long.toString(further)));
    }
    return List.copyOf(claims);
  }

  private static void tell(List<Claim> claims, String about, Name name, Count count) {
    claims.add(new Claim(about, "mail.domain", name.domain()));
    claims.add(new Claim(about, "mail.selector", name.selector()));
    claims.add(new Claim(about, "mail.box.signed", Long.toString(count.all())));
    count.verdicts.forEach((verdict, many) ->
        claims.add(new Claim(about, "mail.box." + verdict, Long.toString(many))));
    if (!count.broken.isEmpty()) {
      var lines = count.broken.stream().map(String::valueOf).collect(Collectors.joining(", "));
      claims.add(new Claim(about, "mail.box.lines", lines));
    }
  }
}
