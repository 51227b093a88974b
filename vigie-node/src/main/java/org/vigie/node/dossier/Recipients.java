package org.vigie.node.dossier;

import java.util.List;

/** For whom a dossier is, and under which name the person appears there. */
public final class Recipients {

  /** Codes of recipients of a general dossier. */
  public static final List<String> ROLES =
      List.of("un", "ngo", "lawyer", "journalist", "police", "ministry", "other");

  /** Codes of purposes a general dossier can serve. */
  public static final List<String> PURPOSES = List.of("un", "ngo", "complaint", "publish");

  private Recipients() {}

  /** The output whose display name counts for a recipient of this role. */
  static String output(String role) {
    return switch (role) {
      case "prosecutor", "police" -> "prosecutor";
      case "un" -> "un";
      case "ngo" -> "ngo";
      case "journalist" -> "press";
      default -> "dossier";
    };
  }

  /** The name the person chose for this recipient; else the case's own name. */
  public static String shownName(Material material) {
    var draft = material.draft();
    var written = draft.complaint().name();
    if (draft.forProsecutor() && !written.isEmpty()) {
      return written;
    }
    var file = material.open().file();
    return file.nameFor(output(draft.recipient().role())).orElse(file.opened().pseudonym());
  }

  /** Name and address as on a letter. */
  static String onPaper(Voice voice, DossierDrafted draft) {
    var lines = new StringBuilder();
    if (draft.forProsecutor()) {
      lines.append(voice.say("dossier.paper.prosecutor")).append('\n');
    }
    lines.append(draft.recipient().name());
    if (!draft.recipient().address().isEmpty()) {
      lines.append('\n').append(draft.recipient().address());
    }
    return lines.toString();
  }

  /** What the dossier may be used for, and under which name the person appears in it. */
  static String purpose(Voice voice, Material material) {
    var purpose = voice.say("dossier.purpose." + material.draft().purpose());
    var name = shownName(material);
    return name.isEmpty() ? purpose : purpose + "\n" + voice.say("dossier.paper.name") + " " + name;
  }
}
