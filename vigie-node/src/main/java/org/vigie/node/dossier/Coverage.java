package org.vigie.node.dossier;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.node.consent.Consents;
import org.vigie.node.consent.Purpose;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * What the person's consent covers for one recipient and purpose, on one day. Without a yes it
 * covers nothing.
 */
public final class Coverage {

  private final Consents.@Nullable Answer answer;

  private Coverage(Consents.@Nullable Answer answer) {
    this.answer = answer;
  }

  /** What is covered for the recipient and purpose of {@code draft} on {@code today}. */
  public static Coverage of(OpenRegister file, DossierDrafted draft, LocalDate today)
      throws RegisterRefused {
    var purpose = purpose(draft.purpose());
    if (purpose.isEmpty()) {
      return new Coverage(null);
    }
    var consents = Consents.of(file);
    var yes = consents.yes(purpose.get(), draft.recipient().name(), today);
    if (yes.isEmpty()) {
      return new Coverage(null);
    }
    for (var current : consents.current()) {
      if (current.answered().equals(yes.get())) {
        return new Coverage(current);
      }
    }
    return new Coverage(null);
  }

  /** The purpose with this code. */
  public static Optional<Purpose> purpose(String code) {
    for (var purpose : Purpose.values()) {
      if (purpose.code().equals(code.toLowerCase(Locale.ROOT))) {
        return Optional.of(purpose);
      }
    }
    return Optional.empty();
  }

  /** Whether there is a yes at all. */
  public boolean given() {
    return answer != null;
  }

  /** Whether {@code item}, an account, an incident or an exhibit, is covered. */
  public boolean covers(String item) {
    var items = answer == null ? null : answer.answered().items();
    return items != null && (items.isEmpty() || items.contains(item));
  }

  /** Whether what is said of relatives is covered. */
  public boolean relatives() {
    return answer != null && answer.answered().relatives();
  }

  /** The answer, as the record of a release keeps it. */
  public DossierExported.Consent record() {
    return answer == null
        ? new DossierExported.Consent("", "", false)
        : new DossierExported.Consent(
            LocalDate.ofInstant(answer.at(), ZoneOffset.UTC).toString(),
            answer.answered().recipient(),
            answer.answered().relatives());
  }
}
