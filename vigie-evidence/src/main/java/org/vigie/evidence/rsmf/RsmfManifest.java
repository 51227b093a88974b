package org.vigie.evidence.rsmf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.evidence.json.Json;
import org.vigie.evidence.json.JsonWriter;

/** {@code rsmf_manifest.json}, as the schema 2.0.0 of the format's publisher describes it. */
final class RsmfManifest {

  static final String VERSION = "2.0.0";
  private static final String CONVERSATION = "C1";

  private RsmfManifest() {}

  static byte[] write(RsmfChat chat) {
    var participants = chat.participants();
    return JsonWriter.write(
        Json.of(
            Map.of(
                "version", Json.of(VERSION),
                "participants", Json.of(participants(participants)),
                "conversations", Json.of(List.of(conversation(chat, participants))),
                "events", Json.of(chat.events().stream().map(e -> event(e, participants)).toList()),
                "eventcollectionid", Json.of(chat.collection()))));
  }

  private static List<Json> participants(Map<String, String> participants) {
    var all = new ArrayList<Json>();
    participants.forEach((name, id) ->
        all.add(Json.of(Map.of("id", Json.of(id), "display", Json.of(RsmfChat.shown(name))))));
    return all;
  }

  private static Json conversation(RsmfChat chat, Map<String, String> participants) {
    return Json.of(
        Map.of(
            "id", Json.of(CONVERSATION),
            "display", Json.of(chat.display()),
            "platform", Json.of(chat.platform()),
            "type", Json.of(people(participants) > 2 ? "channel" : "direct"),
            "participants", Json.of(participants.values().stream().map(Json::of).toList())));
  }

  private static int people(Map<String, String> participants) {
    return participants.size() - (participants.containsKey("") ? 1 : 0);
  }

  private static Json event(RsmfEvent event, Map<String, String> participants) {
    var members = new TreeMap<String, Json>();
    members.put("id", Json.of(event.id()));
    members.put("type", Json.of(event.type().text()));
    members.put("conversation", Json.of(CONVERSATION));
    members.put("body", Json.of(event.body()));
    var participant = participants.get(event.participant());
    if (participant != null) {
      members.put("participant", Json.of(participant));
    }
    if (!event.timestamp().isEmpty()) {
      members.put("timestamp", Json.of(event.timestamp()));
    }
    if (event.deleted()) {
      members.put("deleted", Json.of(true));
    }
    if (!event.attachments().isEmpty()) {
      members.put(
          "attachments", Json.of(event.attachments().stream().map(RsmfManifest::file).toList()));
    }
    if (!event.custom().isEmpty()) {
      var custom = new ArrayList<Json>();
      event
          .custom()
          .forEach((name, value) ->
              custom.add(Json.of(Map.of("name", Json.of(name), "value", Json.of(value)))));
      members.put("custom", Json.of(custom));
    }
    return Json.of(members);
  }

  private static Json file(RsmfAttachment file) {
    return Json.of(
        Map.of(
            "id", Json.of(file.id()),
            "display", Json.of(file.display()),
            "size", Json.of(file.bytes().length)));
  }
}
