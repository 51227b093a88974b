package org.vigie.imports.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.vigie.imports.Words;

/**
 * Direct messages of X.
 *
 * @param people whether two or more
 */
record DirectMessagesForm(String people) implements ExportForm {

  static List<ExportForm> all() {
    return List.of(new DirectMessagesForm("two"), new DirectMessagesForm("group"));
  }

  @Override
  public String group() {
    return "x-dm";
  }

  @Override
  public String name() {
    return people;
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var messages = new ArrayList<Written>();
    var events = new ArrayList<String>();
    for (var one : Invented.texts(random, size)) {
      var sender = Integer.toString(40 + random.nextInt(3));
      messages.add(Written.text(one.at(), sender, one.text()));
      events.add(
          "{\"messageCreate\":{\"recipientId\":\"0\",\"reactions\":[],\"urls\":[],\"text\":"
              + Words.quoted(one.text(), false)
              + ",\"mediaUrls\":[],\"senderId\":\""
              + sender
              + "\",\"id\":\"9001\",\"createdAt\":\""
              + Cells.second(Objects.requireNonNull(one.at()))
              + ".123Z\"}}");
    }
    Collections.reverse(events);
    var name = people.equals("two") ? "direct_messages" : "direct_messages_group";
    return new Document(
        "window.YTD."
            + name
            + ".part0 = [\n{\"dmConversation\":{\"conversationId\":\"40-41\",\"messages\":[\n"
            + String.join(",\n", events)
            + "\n]}}\n]",
        messages);
  }
}
