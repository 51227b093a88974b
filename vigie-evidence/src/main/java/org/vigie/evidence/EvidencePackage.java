package org.vigie.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that goes into one package.
 *
 * @param name of the package and its folder, such as {@code dossier-7f3a}; nothing personal
 * @param created when
 * @param recipient for whom, in words; may be empty
 * @param purpose for what, in words; may be empty
 * @param items the exhibits; numbers are distinct also when case is ignored
 * @param documents papers that go with them
 * @param log keys and time-stamps
 * @param verifier the content of {@code verify.jar}; null leaves it out
 */
public record EvidencePackage(
    String name,
    Instant created,
    String recipient,
    String purpose,
    List<Item> items,
    List<Document> documents,
    LogMaterial log,
    @Nullable Content verifier) {

  /** Refuses names that could not be file names everywhere. */
  public EvidencePackage {
    if (!name.matches(PackageNames.SEGMENT)) {
      throw new IllegalArgumentException("Not the name of a package");
    }
    items = List.copyOf(items);
    documents = List.copyOf(documents);
  }
}
