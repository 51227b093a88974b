package org.vigie.node.exhibit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.Refusal;
import org.vigie.node.incident.Channel;
import org.vigie.node.incident.CitedSource;
import org.vigie.node.incident.IncidentRecorded;
import org.vigie.register.OpenRegister;

/** Lets incidents cite exhibits, whole or by lines. */
public final class CitedExhibits implements CitedSource {

  private static final Pattern PLACE =
      Pattern.compile("([0-9a-f]{1,32})(?::(\\d{1,9}-\\d{1,9}(?:\\.\\d{1,9}-\\d{1,9}){0,199}))?");
  private static final int MOST_MESSAGES = 200;
  private static final int LONGEST_QUOTE = 20_000;

  /** The place of these messages: neighbours are cited as one. */
  public static String place(String exhibit, List<ReadMessage> messages) {
    var ranges = new ArrayList<String>();
    for (var run : runs(messages)) {
      ranges.add(run.getFirst().line() + "-" + run.getLast().lastLine());
    }
    return ranges.isEmpty() ? exhibit : exhibit + ":" + String.join(".", ranges);
  }

  @Override
  public Optional<Integer> number(OpenRegister file, String exhibit) throws Refusal {
    return Exhibits.of(file).find(exhibit).map(Exhibit::number);
  }

  @Override
  public Optional<IncidentRecorded> draft(OpenRegister file, String place)
      throws Refusal, IOException {
    var parts = PLACE.matcher(place);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var exhibit = Exhibits.of(file).find(parts.group(1));
    if (exhibit.isEmpty()) {
      return Optional.empty();
    }
    var lines = parts.group(2);
    var reading = lines == null ? Optional.<Reading>empty() : Reading.of(file, exhibit.get());
    if (lines == null || reading.isEmpty()) {
      return Optional.of(whole(exhibit.get()));
    }
    var messages = new ArrayList<ReadMessage>();
    for (var range : lines.split("\\.", -1)) {
      var ends = range.split("-", -1);
      messages.addAll(
          reading
              .get()
              .lines(Long.parseLong(ends[0]), Long.parseLong(ends[1]), MOST_MESSAGES)
              .stream()
              .filter(message -> !messages.contains(message))
              .toList());
    }
    return messages.isEmpty() ? Optional.empty() : Optional.of(of(exhibit.get().id(), messages));
  }

  private static IncidentRecorded whole(Exhibit exhibit) {
    var channel = exhibit.kind().equals("audio") ? Channel.VOICE_MESSAGE.code() : "";
    var obtained = exhibit.received().provenance().obtainedAt();
    var citation = new IncidentRecorded.Citation(exhibit.id(), 0, 0, "");
    return draft(obtained, channel, "", "", List.of(citation));
  }

  private static IncidentRecorded of(String exhibit, List<ReadMessage> messages) {
    var citations = new ArrayList<IncidentRecorded.Citation>();
    for (var run : runs(messages)) {
      var first = Math.toIntExact(run.getFirst().line());
      var last = Math.toIntExact(run.getLast().lastLine());
      citations.add(new IncidentRecorded.Citation(exhibit, first, last, words(run)));
    }
    var senders = messages.stream().map(ReadMessage::author).distinct().toList();
    var when = messages.getFirst().when().map(PartialDate::text).orElse("");
    var sender = senders.size() == 1 ? senders.getFirst() : "";
    return draft(when, channel(messages.getFirst()), sender, words(messages), citations);
  }

  private static IncidentRecorded draft(
      String when,
      String channel,
      String sender,
      String words,
      List<IncidentRecorded.Citation> citations) {
    return new IncidentRecorded(
        "",
        "",
        new IncidentRecorded.Occasion(when, "", "", "", ""),
        new IncidentRecorded.Approach(channel, "", sender, "", List.of()),
        new IncidentRecorded.Words(words, "", "", "", ""),
        List.of(),
        citations,
        false);
  }

  private static String channel(ReadMessage message) {
    return switch (message.kind()) {
      case "call" -> Channel.CALL.code();
      case "media" -> spoken(message.media()) ? Channel.VOICE_MESSAGE.code() : text();
      default -> text();
    };
  }

  private static String text() {
    return Channel.TEXT_MESSAGE.code();
  }

  private static boolean spoken(String media) {
    return media.matches("(?i).*(\\.(opus|ogg|m4a|amr|wav|mp3|aac)|audio.*|ptt.*)");
  }

  private static String words(List<ReadMessage> messages) {
    var words =
        messages.stream()
            .map(message -> message.text().isBlank() ? message.media() : message.text().strip())
            .collect(Collectors.joining("\n"));
    return words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) : words;
  }

  /** Messages that follow one another in the source, together. */
  private static List<List<ReadMessage>> runs(List<ReadMessage> messages) {
    var runs = new ArrayList<List<ReadMessage>>();
    for (var message : messages) {
      var last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && last.getLast().n() + 1 == message.n()) {
        last.add(message);
      } else {
        runs.add(new ArrayList<>(List.of(message)));
      }
    }
    return runs;
  }
}
