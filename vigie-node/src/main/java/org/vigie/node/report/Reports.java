package org.vigie.node.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** What was reported of one case. As safe for several threads as the register it reads. */
public final class Reports {

  /** Something was reported, or answered. */
  public static final EntryType<ReportMade> MADE =
      new EntryType<>("report.made", 1, ReportMade.class);

  private static final Fold<Map<String, ReportMade>> FOLD = new ReportFold();

  private final OpenRegister file;

  private Reports(OpenRegister file) {
    this.file = file;
  }

  /** Those of the case that {@code file} holds. */
  public static Reports of(OpenRegister file) {
    return new Reports(file);
  }

  /** What was reported of {@code incident}, in the order written down. */
  public List<ReportMade> about(String incident) throws RegisterRefused {
    return file.fold(FOLD).values().stream()
        .filter(made -> made.incident().equals(incident))
        .toList();
  }

  /** The report with this identifier. */
  public Optional<ReportMade> find(String report) throws RegisterRefused {
    return Optional.ofNullable(file.fold(FOLD).get(report));
  }

  /**
   * Writes a report down, or what became of it.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void keep(ReportMade made) throws RegisterRefused {
    file.append(MADE, made);
  }

  private record ReportFold() implements Fold<Map<String, ReportMade>> {

    @Override
    public Map<String, ReportMade> empty() {
      return Map.of();
    }

    @Override
    public Map<String, ReportMade> step(Map<String, ReportMade> state, Entry<?> entry) {
      if (!(entry.body() instanceof ReportMade made)) {
        return state;
      }
      var more = new LinkedHashMap<>(state);
      more.put(made.report(), made);
      return more;
    }
  }
}
