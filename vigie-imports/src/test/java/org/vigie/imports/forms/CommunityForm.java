package org.vigie.imports.forms;

import java.time.LocalDateTime;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Words;

/** What programs of the community write of Signal's databases, in their layouts. */
enum CommunityForm implements RecordsForm {
  /** The table of a phone's messages: people and kinds are numbers. */
  PHONE_TABLE {
    @Override
    public String around(List<String> records) {
      return "_id,date_sent,date_received,thread_id,from_recipient_id,type,body,remote_deleted\n"
          + String.join("", records);
    }

    @Override
    public String record(Written one, LocalDateTime at, List<Written> to, RandomGenerator random) {
      var start = "1," + RecordsForm.millis(at) + "," + RecordsForm.millis(at) + ",7,4,";
      return switch (to.size() % 6) {
        case 0 -> {
          to.add(new Written(at, "4", Kind.CALL, "missed", null, List.of(Flag.MISSED)));
          yield start + "3,,0\n";
        }
        case 1 -> {
          to.add(new Written(at, "4", Kind.DELETED, "", null, List.of()));
          yield start + "10485780,,1\n";
        }
        case 2 -> {
          to.add(new Written(at, null, Kind.SYSTEM, "CgQKAggB", null, List.of()));
          yield start + "11075604,CgQKAggB,0\n";
        }
        case 3 -> {
          to.add(Written.text(at, null, one.text()).flagged(Flag.OUTGOING));
          yield start + "10485783," + Cells.quoted(one.text()) + ",0\n";
        }
        default -> {
          to.add(Written.text(at, "4", one.text()));
          yield start + "10485780," + Cells.quoted(one.text()) + ",0\n";
        }
      };
    }
  },
  /** A table of a desktop's messages: kinds are words, times are written. */
  DESKTOP_TABLE {
    @Override
    public String around(List<String> records) {
      return "conversationId;source;sent_at;type;body;attachments\r\n" + String.join("", records);
    }

    @Override
    public String record(Written one, LocalDateTime at, List<Written> to, RandomGenerator random) {
      var time = ";" + Cells.second(at) + "Z;";
      var words = Cells.quoted(one.text());
      return switch (to.size() % 5) {
        case 0 -> {
          to.add(Written.text(at, null, one.text()).flagged(Flag.OUTGOING));
          yield "c;" + time + "Outgoing;" + words + ";\r\n";
        }
        case 1 -> {
          to.add(new Written(at, null, Kind.SYSTEM, "type=keychange", null, List.of()));
          yield "c;" + time + "keychange;;\r\n";
        }
        case 2 -> {
          var missing = List.of(Flag.MISSING);
          to.add(new Written(at, "+1 555 0100", Kind.MEDIA, one.text(), "note.ogg", missing));
          yield "c;+1 555 0100" + time + "incoming;" + words + ";note.ogg\r\n";
        }
        default -> {
          to.add(Written.text(at, "+1 555 0100", one.text()));
          yield "c;+1 555 0100" + time + "incoming;" + words + ";\r\n";
        }
      };
    }
  },
  /** A line of JSON a message, with the clock of the desktop. */
  JSON_LINES {
    @Override
    public String around(List<String> records) {
      return String.join("\n", records) + "\n";
    }

    @Override
    public String record(Written one, LocalDateTime at, List<Written> to, RandomGenerator random) {
      var me = random.nextInt(3) == 0;
      var name = me ? "Me" : String.valueOf(one.author());
      to.add(me ? Written.text(at, name, one.text()).flagged(Flag.OUTGOING) : one);
      return "{\"date\": \""
          + Cells.second(at).replace('T', ' ')
          + "\", \"sender\": "
          + Words.quoted(name, false)
          + ", \"body\": "
          + Words.quoted(one.text(), false)
          + ", \"quote\": \"\", \"reactions\": [], \"attachments\": []}";
    }
  },
  /** Messages as the desktop's database keeps them, under a name. */
  WRAPPED {
    @Override
    public String around(List<String> records) {
      return "{\"messages\":[\n" + String.join(",\n", records) + "\n]}";
    }

    @Override
    public String record(Written one, LocalDateTime at, List<Written> to, RandomGenerator random) {
      var missing = List.of(Flag.MISSING);
      to.add(new Written(at, one.author(), Kind.MEDIA, one.text(), "a.jpg", missing));
      return "{\"conversationId\":\"c\",\"type\":\"incoming\",\"timestamp\":"
          + RecordsForm.millis(at)
          + ",\"source\":"
          + Words.quoted(String.valueOf(one.author()), false)
          + ",\"body\":"
          + Words.quoted(one.text(), false)
          + ",\"attachments\":[{\"contentType\":\"image/jpeg\",\"fileName\":\"a.jpg\"}]}";
    }
  };

  static List<ExportForm> all() {
    return List.of(values());
  }
}
