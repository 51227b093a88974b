package org.vigie.node.demo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.detect.Exports;
import org.vigie.node.demo.story.ChatScript;
import org.vigie.node.demo.story.ChatScript.Line;
import org.vigie.node.demo.story.Story;

class ChatExportTest {

  // On the second of these days some files have only days below thirteen.
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2027-01-05", "2028-02-29"})
  void is_read_back_message_by_message(String today) throws Exception {
    for (var chat : Story.on(LocalDate.parse(today)).chats()) {
      var export = ChatExport.of(chat);
      var messages = new ArrayList<Message>();
      var options = ReadOptions.NONE.withDateOrder(ChatExport.dateOrder(chat));
      var report = Exports.read(new BytesSource(export.bytes()), options, messages::add);

      assertThat(report.bytesUnparsed()).as(chat.file()).isZero();
      assertThat(messages.getFirst().kind()).as(chat.file()).isEqualTo(Kind.SYSTEM);
      assertThat(messages).as(chat.file()).hasSize(chat.lines().size() + 1);
      for (int i = 0; i < chat.lines().size(); i++) {
        same(chat, chat.lines().get(i), messages.get(i + 1));
      }
    }
  }

  private static void same(ChatScript chat, Line line, Message message) {
    var place = chat.file() + " line " + message.line();
    assertThat(message.author()).as(place).isEqualTo(line.mine() ? chat.me() : chat.them());
    assertThat(message.kind())
        .as(place)
        .isEqualTo(
            switch (line.kind()) {
              case TEXT -> Kind.TEXT;
              case IMAGE, AUDIO, OMITTED -> Kind.MEDIA;
              case MISSED_CALL -> Kind.CALL;
              case DELETED -> Kind.DELETED;
            });
    if (line.kind() == ChatScript.Kind.TEXT) {
      assertThat(message.text()).as(place).isEqualTo(line.text());
    }
    assertThat(message.when().toString()).as(place).contains(line.at().toString());
  }
}
