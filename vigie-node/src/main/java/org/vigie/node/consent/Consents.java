package org.vigie.node.consent;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.kernel.PartialDate;
import org.vigie.register.Author;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * What the person of one case agreed to. Nothing leaves without a yes that covers the purpose, the
 * recipient and the item. As safe for several threads as the register it reads.
 */
public final class Consents {

  /** An answer, or its withdrawal. */
  public static final EntryType<ConsentAnswered> ANSWERED =
      new EntryType<>("consent.answered", 1, ConsentAnswered.class);

  private static final Fold<List<Answer>> FOLD = new ConsentFold();

  private final OpenRegister file;

  private Consents(OpenRegister file) {
    this.file = file;
  }

  /** An answer with when and by whom it was written down. */
  public record Answer(Instant at, Author by, ConsentAnswered answered) {}

  /** The consents of the case that {@code file} holds. */
  public static Consents of(OpenRegister file) {
    return new Consents(file);
  }

  /** Every answer ever given, oldest first. */
  public List<Answer> history() throws RegisterRefused {
    return file.fold(FOLD);
  }

  /** The answer that counts for each purpose and recipient. */
  public List<Answer> current() throws RegisterRefused {
    var newest = new LinkedHashMap<List<String>, Answer>();
    for (var answer : history()) {
      var key = List.of(answer.answered().purpose(), spelled(answer.answered().recipient()));
      newest.remove(key);
      newest.put(key, answer);
    }
    return List.copyOf(newest.values());
  }

  /**
   * The yes that covers this, if there is one: for the named recipient if that was answered, else
   * for everyone the purpose names. A no, a withdrawal or a passed date is no yes.
   */
  public Optional<ConsentAnswered> yes(Purpose purpose, String recipient, LocalDate today)
      throws RegisterRefused {
    var byRecipient = new LinkedHashMap<String, ConsentAnswered>();
    for (var answer : current()) {
      if (answer.answered().purpose().equals(purpose.code())) {
        byRecipient.put(spelled(answer.answered().recipient()), answer.answered());
      }
    }
    var counting = byRecipient.getOrDefault(spelled(recipient), byRecipient.get(""));
    return Optional.ofNullable(counting)
        .filter(answer -> answer.answer().equals("yes"))
        .filter(answer -> !passed(answer.expires(), today));
  }

  /** Whether an item may go to {@code recipient} for {@code purpose} today. */
  public boolean covers(Purpose purpose, String recipient, String item, LocalDate today)
      throws RegisterRefused {
    return yes(purpose, recipient, today)
        .map(answer -> answer.items().isEmpty() || answer.items().contains(item))
        .orElse(false);
  }

  /**
   * Writes an answer down.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void answer(ConsentAnswered answer) throws RegisterRefused {
    file.append(ANSWERED, answer);
  }

  /**
   * Whether two names are those of one recipient: a no must not be missed because somebody wrote a
   * capital or a second space.
   */
  public static boolean sameRecipient(String one, String other) {
    return spelled(one).equals(spelled(other));
  }

  private static String spelled(String recipient) {
    return Normalizer.normalize(recipient, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}\\p{Cf}]+", " ")
        .strip();
  }

  private static boolean passed(String expires, LocalDate today) {
    return PartialDate.parse(expires).map(last -> last.latest().isBefore(today)).orElse(false);
  }

  private record ConsentFold() implements Fold<List<Answer>> {

    @Override
    public List<Answer> empty() {
      return List.of();
    }

    @Override
    public List<Answer> step(List<Answer> state, Entry<?> entry) {
      if (!(entry.body() instanceof ConsentAnswered answered)) {
        return state;
      }
      var longer = new ArrayList<>(state);
      longer.add(new Answer(entry.at(), entry.author(), answered));
      return List.copyOf(longer);
    }
  }
}
