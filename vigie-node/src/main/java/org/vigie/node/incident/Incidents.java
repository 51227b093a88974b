package org.vigie.node.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** The incidents of one case. As safe for use by several threads as the register it reads. */
public final class Incidents {

  /** An incident or a later version of one. */
  public static final EntryType<IncidentRecorded> RECORDED =
      new EntryType<>("incident.recorded", 1, IncidentRecorded.class);

  /** How far it can be relied on. */
  public static final EntryType<IncidentGraded> GRADED =
      new EntryType<>("incident.graded", 1, IncidentGraded.class);

  /** Who may be behind it. */
  public static final EntryType<AttributionClaimed> ATTRIBUTED =
      new EntryType<>("incident.attributed", 1, AttributionClaimed.class);

  /** What whoever reached the person showed to know. */
  public static final EntryType<KnownDetail> KNEW =
      new EntryType<>("incident.knew", 1, KnownDetail.class);

  private static final Fold<Map<String, Incident>> FOLD = new IncidentFold();

  /** Undated incidents come last; among equals the first recorded comes first. */
  private static final Comparator<Incident> BY_TIME =
      Comparator.comparing(
              (Incident i) -> i.when().map(w -> w.earliest().toString()).orElse("9999-12-31"))
          .thenComparing(i -> i.now().occasion().when())
          .thenComparing(Incident::recorded);

  private final OpenRegister file;

  private Incidents(OpenRegister file) {
    this.file = file;
  }

  /** The incidents of the case that {@code file} holds. */
  public static Incidents of(OpenRegister file) {
    return new Incidents(file);
  }

  /** Every incident that was not withdrawn, by the time it happened. */
  public List<Incident> byTime() throws RegisterRefused {
    return file.fold(FOLD).values().stream()
        .filter(incident -> !incident.now().withdrawn())
        .sorted(BY_TIME)
        .toList();
  }

  /** Of these, what happened: without those that tell only what it changed for the person. */
  public List<Incident> happened() throws RegisterRefused {
    return byTime().stream().filter(incident -> !incident.impactOnly()).toList();
  }

  /** Of these, the ones that tell only what it changed for the person. */
  public List<Incident> impacts() throws RegisterRefused {
    return byTime().stream().filter(Incident::impactOnly).toList();
  }

  /** The incident with this identifier, withdrawn ones included. */
  public Optional<Incident> find(String id) throws RegisterRefused {
    return Optional.ofNullable(file.fold(FOLD).get(id));
  }

  /**
   * Records an incident or a new version of one.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void record(IncidentRecorded incident) throws RegisterRefused {
    file.append(RECORDED, incident);
  }

  /**
   * Grades an incident.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void grade(IncidentGraded grading) throws RegisterRefused {
    file.append(GRADED, grading);
  }

  /**
   * Writes down who may be behind it, or revises that.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void attribute(AttributionClaimed claim) throws RegisterRefused {
    file.append(ATTRIBUTED, claim);
  }

  /**
   * Writes down, or takes back, something that was known.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void knew(KnownDetail detail) throws RegisterRefused {
    file.append(KNEW, detail);
  }

  private record IncidentFold() implements Fold<Map<String, Incident>> {

    @Override
    public Map<String, Incident> empty() {
      return Map.of();
    }

    @Override
    public Map<String, Incident> step(Map<String, Incident> state, Entry<?> entry) {
      return switch (entry.body()) {
        case IncidentRecorded recorded -> with(state, recorded(state, recorded, entry));
        case IncidentGraded graded -> changed(state, graded.incident(), i -> regraded(i, graded));
        case AttributionClaimed claim -> changed(state, claim.incident(), i -> claimed(i, claim));
        case KnownDetail detail -> changed(state, detail.incident(), i -> known(i, detail));
        case null, default -> state;
      };
    }

    private static Incident recorded(
        Map<String, Incident> state, IncidentRecorded version, Entry<?> entry) {
      var id = version.incident();
      var before = state.get(id);
      return before == null
          ? new Incident(
              id,
              version,
              entry.at(),
              entry.author(),
              1,
              IncidentGraded.ungraded(id),
              List.of(),
              List.of())
          : new Incident(
              id,
              version,
              before.recorded(),
              before.author(),
              before.versions() + 1,
              before.grading(),
              before.claims(),
              before.knew());
    }

    private static Incident regraded(Incident i, IncidentGraded grading) {
      return new Incident(
          i.id(), i.now(), i.recorded(), i.author(), i.versions(), grading, i.claims(), i.knew());
    }

    private static Incident claimed(Incident i, AttributionClaimed claim) {
      var claims = new ArrayList<>(i.claims());
      claims.removeIf(earlier -> earlier.claim().equals(claim.claim()));
      claims.add(claim);
      return new Incident(
          i.id(),
          i.now(),
          i.recorded(),
          i.author(),
          i.versions(),
          i.grading(),
          List.copyOf(claims),
          i.knew());
    }

    private static Incident known(Incident i, KnownDetail detail) {
      var knew = new LinkedHashMap<String, KnownDetail>();
      i.knew().forEach(earlier -> knew.put(earlier.item(), earlier));
      if (detail.withdrawn()) {
        knew.remove(detail.item());
      } else {
        knew.put(detail.item(), detail);
      }
      return new Incident(
          i.id(),
          i.now(),
          i.recorded(),
          i.author(),
          i.versions(),
          i.grading(),
          i.claims(),
          List.copyOf(knew.values()));
    }

    private static Map<String, Incident> changed(
        Map<String, Incident> state, String id, UnaryOperator<Incident> change) {
      var before = state.get(id);
      return before == null ? state : with(state, change.apply(before));
    }

    private static Map<String, Incident> with(Map<String, Incident> state, Incident incident) {
      var larger = new LinkedHashMap<>(state);
      larger.put(incident.id(), incident);
      return larger;
    }
  }
}
