package org.vigie.node.claim;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vigie.imports.Tool;
import org.vigie.imports.cage.CageJob;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.casefile.Defaults;
import org.vigie.node.exhibit.BlobSource;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitDerived;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.ReadingReport;
import org.vigie.register.Author;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.ForgetfulJson;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks in the cage what exhibits say of themselves and keeps it. Safe for use by several threads.
 */
public final class Claims {

  /** Somebody gave the key of a mail server. */
  public static final EntryType<MailKeyGiven> KEY =
      new EntryType<>("claim.mail-key", 1, MailKeyGiven.class);

  private static final String KIND = "claims";
  private static final Set<String> MAIL = Set.of("eml", "mhtml", "mbox");
  private static final Fold<List<Given>> FOLD = new KeyFold();
  private static final JsonMapper JSON =
      ForgetfulJson.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Supplier<Cage> cage;
  private final Supplier<String> freshId;

  /** {@code cage} is asked for when somebody wants to know. */
  public Claims(Supplier<Cage> cage, Supplier<String> freshId) {
    this.cage = cage;
    this.freshId = freshId;
  }

  /** A key with when and by whom it was given. */
  public record Given(Instant at, Author by, MailKeyGiven key) {}

  /** Whether {@code exhibit} is of a kind that says something of itself. */
  public static boolean mayTell(Exhibit exhibit) {
    var type = exhibit.received().file().mediaType();
    return type.startsWith("image/")
        || type.startsWith("audio/")
        || type.startsWith("video/")
        || type.equals("application/zip")
        || type.equals("application/octet-stream")
        || isMail(exhibit);
  }

  private static boolean isMail(Exhibit exhibit) {
    var report = exhibit.derived("messages").map(ExhibitDerived::report).orElse("");
    return MAIL.contains(ReadingReport.parse(report).format());
  }

  /** What was found when somebody looked last; empty if nobody did. */
  public static Optional<List<Said>> of(Exhibit exhibit) {
    return exhibit.derived(KIND).map(made -> parse(made.report()));
  }

  private record Report(List<Said> claims) {

    private Report {
      claims = Defaults.list(claims);
    }
  }

  private static List<Said> parse(String json) {
    try {
      return json.startsWith("{") ? JSON.readValue(json, Report.class).claims() : List.of();
    } catch (JacksonException notOurs) {
      return List.of();
    }
  }

  /** Keys that were given for an exhibit, oldest first. */
  public static List<Given> keys(OpenRegister file, String exhibit) throws RegisterRefused {
    return file.fold(FOLD).stream().filter(one -> one.key().exhibit().equals(exhibit)).toList();
  }

  /**
   * Looks, and keeps what was found. The exhibit stays as it is whatever happens.
   *
   * @throws Refusal if the cage refuses or the case can no longer be written to
   * @throws IOException if the bytes cannot be had
   */
  public void look(OpenRegister file, Exhibit exhibit) throws Refusal, IOException {
    var keys = keys(file, exhibit.id()).reversed().stream().map(one -> one.key().line()).toList();
    var source = new BlobSource(file, exhibit.received().bytes());
    var result = cage.get().run(CageJob.claims(keys), source, OutputStream.nullOutputStream());
    var report = JSON.writeValueAsString(new Report(parse(result.report())));
    var none = new ExhibitReceived.Bytes("", 0, "", "");
    Exhibits.of(file)
        .derive(
            new ExhibitDerived(
                freshId.get(),
                exhibit.id(),
                KIND,
                none,
                "application/json",
                Tool.nameAndVersion(),
                report));
  }

  /**
   * Keeps a key and looks again with it.
   *
   * @throws Refusal as {@link #look}
   * @throws IOException if the bytes cannot be had
   */
  public void give(OpenRegister file, Exhibit exhibit, MailKeyGiven key)
      throws Refusal, IOException {
    file.append(KEY, key);
    look(file, exhibit);
  }

  /** The exhibit of the case whose bytes have this SHA-256. */
  public static Optional<Exhibit> withBytes(OpenRegister file, String sha256)
      throws RegisterRefused {
    return Exhibits.of(file).inOrder().stream()
        .filter(one -> one.received().bytes().sha256().equals(sha256))
        .findFirst();
  }

  private record KeyFold() implements Fold<List<Given>> {

    @Override
    public List<Given> empty() {
      return List.of();
    }

    @Override
    public List<Given> step(List<Given> state, Entry<?> entry) {
      if (!(entry.body() instanceof MailKeyGiven key)) {
        return state;
      }
      var more = new ArrayList<>(state);
      more.add(new Given(entry.at(), entry.author(), key));
      return List.copyOf(more);
    }
  }
}
