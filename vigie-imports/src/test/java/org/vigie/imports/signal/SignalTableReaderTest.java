package org.vigie.imports.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.testkit.Trials;

class SignalTableReaderTest {

  @Test
  void reads_the_table_of_a_phone() throws Exception {
    var read =
        Reads.text(
            """
            _id,date_sent,date_received,thread_id,from_recipient_id,type,body,remote_deleted
            1,1768496645000,1768496646000,7,4,10485780,"come, now",0
            2,1768496705000,1768496705000,7,2,10485783,where?,0
            3,1768496765000,1768496765000,7,4,3,,0
            4,1768496825000,1768496825000,7,4,10485780,,1
            5,1768496885000,1768496885000,7,4,10551319,,0
            """);
    assertThat(read.report().format()).isEqualTo("signal-csv");
    var first = read.messages().getFirst();
    assertThat(first.text()).isEqualTo("come, now");
    assertThat(first.author()).isEqualTo("4");
    assertThat(first.chat()).isEqualTo("7");
    assertThat(first.when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 17, 4, 5));
    var second = read.messages().get(1);
    assertThat(second.flags()).containsExactly(Flag.OUTGOING);
    assertThat(second.author()).isNull();
    assertThat(read.messages().get(2).kind()).isEqualTo(Kind.CALL);
    assertThat(read.messages().get(2).flags()).containsExactly(Flag.MISSED);
    assertThat(read.messages().get(3).kind()).isEqualTo(Kind.DELETED);
    assertThat(read.messages().get(4).text()).isEqualTo("type=10551319");
    assertThat(read.messages().get(4).author()).as("a group was changed").isNull();
    assertThat(read.report().warnings()).anyMatch(w -> w.startsWith("people are numbers"));
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  @Test
  void reads_the_table_of_a_desktop() throws Exception {
    var read =
        Reads.text(
            """
            conversationId;source;sent_at;type;body;attachments
            c1;+33639980001;2026-01-15T18:04:05Z;incoming;"a
            b";note.ogg
            c1;;2026-01-15T18:05:05Z;outgoing;c;
            c1;;2026-01-15T18:06:05Z;keychange;;
            """);
    assertThat(read.messages().stream().map(Message::kind))
        .containsExactly(Kind.MEDIA, Kind.TEXT, Kind.SYSTEM);
    assertThat(read.messages().getFirst().media()).isEqualTo("note.ogg");
    assertThat(read.messages().getFirst().author()).isEqualTo("+33639980001");
    assertThat(read.messages().get(2).text()).isEqualTo("type=keychange");
  }

  private static Message one(String heading, String row) throws Exception {
    return Reads.text("sent_at,conversation,sender," + heading + "\n1768496645000,c," + row + "\n")
        .only();
  }

  @Test
  void gives_what_somebody_wrote_to_nobody_else() throws Exception {
    assertThat(one("type,body", "Ann,Incoming,hello").author()).isEqualTo("Ann");
    assertThat(one("type,body", "Ann,SENT,hello").flags()).containsExactly(Flag.OUTGOING);
    var story = one("type,body", "Ann,story,hello");
    assertThat(story.author()).isEqualTo("Ann");
    assertThat(story.kind()).isEqualTo(Kind.TEXT);
    assertThat(story.flags()).containsExactly(Flag.UNRECOGNISED);
    var coded = one("direction,body", "Ann,1,hello");
    assertThat(coded.author()).isEqualTo("Ann");
    assertThat(coded.flags()).containsExactly(Flag.UNRECOGNISED);
    var timer = one("type,body", "4,10747924,"); // 20, secure, pushed, and the timer's bit
    assertThat(timer.kind()).isEqualTo(Kind.SYSTEM);
    assertThat(timer.author()).isNull();
    assertThat(one("type,body", "4,27,later").flags())
        .as("a draft")
        .containsExactly(Flag.OUTGOING, Flag.UNSENT);
    assertThat(one("type,body", "Ann,call-history,").kind()).isEqualTo(Kind.CALL);
  }

  @Test
  void names_files_that_a_table_only_counts() throws Exception {
    assertThat(one("type,body,attachments", "Ann,incoming,look,2").flags())
        .containsExactly(Flag.OMITTED);
    assertThat(one("type,body,attachments", "Ann,incoming,look,0").kind()).isEqualTo(Kind.TEXT);
  }

  @Test
  void reads_back_what_was_written() {
    Trials.forAll(
        20,
        (random, size) -> {
          var table = new StringBuilder("sent_at,conversation,sender,type,body\r\n");
          List<String> written = new ArrayList<>();
          for (var i = 0; i < size; i++) {
            var text = Words.text(random);
            var name = Words.name(random);
            table.append("17684966").append(10 + i).append("000,c,").append(quoted(name));
            table.append(",incoming,").append(quoted(text)).append("\r\n");
            written.add(name + "|" + text);
          }
          var read = Reads.text(table.toString());
          assertThat(read.messages().stream().map(m -> m.author() + "|" + m.text()).toList())
              .isEqualTo(written);
        });
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
