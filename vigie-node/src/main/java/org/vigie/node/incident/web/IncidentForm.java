package org.vigie.node.incident.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.kernel.PartialDate;
import org.vigie.node.incident.Channel;
import org.vigie.node.incident.Demand;
import org.vigie.node.incident.FormGiven;
import org.vigie.node.incident.Impact;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.IncidentRecorded;
import org.vigie.node.incident.PlacePrecision;
import org.vigie.node.incident.ReachedFrom;
import org.vigie.node.incident.Subject;
import org.vigie.node.incident.TargetKind;
import org.vigie.node.incident.Taxonomy;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Frame;

/**
 * The form of an incident, blank or filled with what is known.
 *
 * @param caseId the case
 * @param action where the form goes
 * @param now what is known
 * @param reached numbers and names it came from, as known
 * @param cited places in exhibits that show it
 */
public record IncidentForm(
    String caseId,
    String action,
    IncidentRecorded now,
    List<ReachedFrom> reached,
    List<Cited> cited) {

  static IncidentForm blank(String caseId, IncidentRecorded draft, List<Cited> cited) {
    var action = "/cases/" + caseId + "/incidents";
    return new IncidentForm(caseId, action, draft, List.of(), cited);
  }

  static IncidentForm of(
      String caseId, Incident incident, List<ReachedFrom> reached, List<Cited> cited) {
    var action = "/cases/" + caseId + "/incidents/" + incident.id();
    return new IncidentForm(caseId, action, incident.now(), reached, cited);
  }

  static IncidentRecorded nothing() {
    return empty("", List.of());
  }

  private static IncidentRecorded empty(
      String incident, List<IncidentRecorded.Citation> citations) {
    return new IncidentRecorded(
        incident,
        "",
        new IncidentRecorded.Occasion("", "", "", "", ""),
        new IncidentRecorded.Approach("", "", "", "", List.of()),
        new IncidentRecorded.Words("", "", "", "", ""),
        List.of(),
        citations,
        false);
  }

  static IncidentRecorded read(
      String incident, org.vigie.node.shell.Form form, List<IncidentRecorded.Citation> citations) {
    return new IncidentRecorded(
        incident,
        form.text("act"),
        new IncidentRecorded.Occasion(
            form.date("when").map(PartialDate::text).orElse(""),
            form.text("whenNote"),
            form.text("place"),
            form.text("placePrecision"),
            form.text("phase")),
        new IncidentRecorded.Approach(
            form.text("channel"),
            form.text("target"),
            form.text("claimedSender"),
            form.text("intermediaries"),
            form.all("caller")),
        new IncidentRecorded.Words(
            form.raw("original").strip(),
            form.text("language"),
            form.raw("translation").strip(),
            form.text("translator"),
            form.text("demand")),
        form.all("impact"),
        citations,
        form.has("withdrawn"),
        new FormGiven(
            form.text("formFrom"),
            form.all("formAsked"),
            form.text("formFilled"),
            form.raw("formAnswered").strip()));
  }

  static IncidentRecorded withCallers(IncidentRecorded i, List<String> callers) {
    var a = i.approach();
    var approach =
        new IncidentRecorded.Approach(
            a.channel(),
            a.target(),
            a.claimedSender(),
            a.intermediaries(),
            callers.stream().distinct().toList());
    return new IncidentRecorded(
        i.incident(),
        i.act(),
        i.occasion(),
        approach,
        i.words(),
        i.impacts(),
        i.citations(),
        i.withdrawn(),
        i.form());
  }

  static IncidentRecorded withCitations(
      IncidentRecorded i, List<IncidentRecorded.Citation> citations) {
    return new IncidentRecorded(
        i.incident(),
        i.act(),
        i.occasion(),
        i.approach(),
        i.words(),
        i.impacts(),
        citations,
        i.withdrawn(),
        i.form());
  }

  /** When it happened, if anything is known. */
  public Optional<PartialDate> when() {
    return PartialDate.parse(now.occasion().when());
  }

  /** Codes of {@link Channel}, labelled; "I don't know" is the kit's own. */
  public static Map<String, String> channels(Frame frame) {
    return Choices.of(
        frame, "incident.channel", Arrays.stream(Channel.values()).map(Channel::code).toList());
  }

  /** Codes of {@link Demand}, labelled. */
  public static Map<String, String> demands(Frame frame) {
    return Choices.of(
        frame, "incident.demand", Arrays.stream(Demand.values()).map(Demand::code).toList());
  }

  /** Codes of {@link TargetKind}, labelled. */
  public static Map<String, String> targets(Frame frame) {
    return Choices.of(
        frame,
        "incident.target",
        Arrays.stream(TargetKind.values()).map(TargetKind::code).toList());
  }

  /** Codes of {@link PlacePrecision}, labelled. */
  public static Map<String, String> precisions(Frame frame) {
    return Choices.of(
        frame,
        "incident.place.precision",
        Arrays.stream(PlacePrecision.values()).map(PlacePrecision::code).toList());
  }

  /** Numbers and names it came from, by their identifiers. */
  public Map<String, String> callers() {
    var callers = new LinkedHashMap<String, String>();
    reached.forEach(from -> callers.put(from.id(), from.shown()));
    return callers;
  }

  /** Codes of {@link Impact}, labelled. */
  public static Map<String, String> impacts(Frame frame) {
    return Choices.of(
        frame, "incident.impact", Arrays.stream(Impact.values()).map(Impact::code).toList());
  }

  /** Codes of {@link Subject}, labelled. */
  public static Map<String, String> subjects(Frame frame) {
    return Choices.of(
        frame, "incident.subject", Arrays.stream(Subject.values()).map(Subject::code).toList());
  }

  /** Every act, families first among their own, labelled in the language of the page. */
  public static Map<String, String> acts(Frame frame) {
    var acts = new LinkedHashMap<String, String>();
    var taxonomy = Taxonomy.shipped();
    for (var family : taxonomy.families()) {
      var name = family.in(frame.language()).label();
      acts.put(family.code(), name);
      for (var leaf : taxonomy.leavesOf(family)) {
        acts.put(leaf.code(), name + " – " + leaf.in(frame.language()).label());
      }
    }
    return acts;
  }
}
