package org.vigie.matching.join;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseJoinTest {

  private static final String SCRIPT =
      "We know where your parents live and what they eat. Stop speaking at the institute or they"
          + " will pay for every word of yours.";
  private static final String REWORDED =
      "WE KNOW where your parents live and what they cook!! Stop speaking at the café or they"
          + " will p4y for every word of yours 🔥";

  @Test
  void joins_one_number_however_it_is_written() throws Exception {
    assertThat(
            pairs(
                """
                {"id":"m1","case":"A","text":"il a appelé du 06 39 98 12 34 hier"}
                {"id":"m2","case":"B","identifiers":["+33 6 39 98 12 34"]}
                {"id":"m3","case":"C","text":"۰۰۳۳۶۳۹۹۸۱۲۳۴"}
                """))
        .containsExactly(
            "{\"a\":\"m1\",\"b\":\"m2\",\"score\":1.0,\"because\":[\"number\"]}",
            "{\"a\":\"m1\",\"b\":\"m3\",\"score\":1.0,\"because\":[\"number\"]}",
            "{\"a\":\"m2\",\"b\":\"m3\",\"score\":1.0,\"because\":[\"number\"]}");
  }

  @Test
  void joins_nothing_within_one_case_and_everything_without_a_case() throws Exception {
    assertThat(
            pairs(
                """
                {"id":"m1","case":"A","identifiers":["@kaysar_x"]}
                {"id":"m2","case":"A","identifiers":["@Kaysar_X"]}
                {"id":"m3","identifiers":["@KAYSAR_X"]}
                {"id":"m4","identifiers":["telegram:kaysar_x"]}
                """))
        .hasSize(5)
        .noneMatch(p -> p.contains("\"a\":\"m1\",\"b\":\"m2\""))
        .allMatch(p -> p.endsWith("\"because\":[\"handle\"]}"));
  }

  @Test
  void does_not_join_one_name_on_two_platforms() throws Exception {
    assertThat(
            pairs(
                """
                {"id":"m1","identifiers":["telegram:kaysar_x"]}
                {"id":"m2","identifiers":["instagram:kaysar_x"]}
                """))
        .isEmpty();
  }

  @Test
  void joins_links_without_their_tracking() throws Exception {
    assertThat(
            pairs(
                """
                {"id":"m1","case":"A","text":"lis http://www.example.org/a?utm_source=x&id=7."}
                {"id":"m2","case":"B","text":"https://example.org/a?id=7"}
                {"id":"m3","case":"C","text":"https://example.org/a?id=8"}
                """))
        .containsExactly("{\"a\":\"m1\",\"b\":\"m2\",\"score\":1.0,\"because\":[\"link\"]}");
  }

  @Test
  void joins_a_reworded_script_and_says_why() throws Exception {
    var pairs =
        pairs(
            "{\"id\":\"m1\",\"case\":\"A\",\"text\":\"%s\",\"identifiers\":[\"@x_one\"]}\n"
                    .formatted(SCRIPT)
                + "{\"id\":\"m2\",\"case\":\"B\",\"text\":\"%s\",\"identifiers\":[\"@x_one\"]}\n"
                    .formatted(REWORDED)
                + "{\"id\":\"m3\",\"case\":\"C\",\"text\":\"%s\"}\n".formatted(REWORDED)
                + "{\"id\":\"m4\",\"case\":\"D\",\"text\":\"The library opens at nine on"
                + " weekdays and closes at six, and on Sundays it is closed.\"}\n");
    assertThat(pairs).hasSize(3);
    assertThat(pairs.get(0)).contains("m1", "m2").endsWith("[\"handle\",\"script\"]}");
    assertThat(pairs.get(1)).contains("m1", "m3").endsWith("[\"script\"]}");
    assertThat(pairs.get(2)).contains("m2", "m3", "\"score\":1.0").endsWith("[\"script\"]}");
  }

  @Test
  void joins_one_name_across_scripts_as_the_weaker_lead() throws Exception {
    assertThat(
            pairs(
                """
                {"id":"m1","case":"A","identifiers":["Alim Tursun"]}
                {"id":"m2","case":"B","identifiers":["Турсун Алим"]}
                {"id":"m3","case":"C","identifiers":["ئالىم تۇرسۇن"]}
                {"id":"m4","case":"D","identifiers":["Wang Weiming"]}
                {"id":"m5","case":"E","identifiers":["王伟明"]}
                """))
        .containsExactly(
            "{\"a\":\"m1\",\"b\":\"m2\",\"score\":0.6,\"because\":[\"persona\"]}",
            "{\"a\":\"m1\",\"b\":\"m3\",\"score\":0.6,\"because\":[\"persona\"]}",
            "{\"a\":\"m2\",\"b\":\"m3\",\"score\":0.6,\"because\":[\"persona\"]}",
            "{\"a\":\"m4\",\"b\":\"m5\",\"score\":0.6,\"because\":[\"persona\"]}");
  }

  @Test
  void groups_what_hangs_together_with_every_reason() throws Exception {
    var join =
        joined(
            """
            {"id":"m1","case":"A","identifiers":["+85255550134"]}
            {"id":"m2","case":"B","identifiers":["@other_9"]}
            {"id":"m3","case":"C","identifiers":["+852 5555 0134","@kaysar_x"]}
            {"id":"m4","case":"D","identifiers":["@kaysar_x"]}
            {"id":"m5","case":"E","identifiers":["@other_9"]}
            {"id":"m6","case":"F"}
            """);
    var out = new StringWriter();
    join.groups(new MatchLines(out)::write);
    assertThat(out.toString().lines())
        .containsExactly(
            "{\"group\":1,\"ids\":[\"m1\",\"m3\",\"m4\"],\"because\":[\"number\",\"handle\"]}",
            "{\"group\":2,\"ids\":[\"m2\",\"m5\"],\"because\":[\"handle\"]}");
  }

  @Test
  void answers_the_same_bytes_twice() throws Exception {
    var lines = new StringBuilder();
    for (var i = 0; i < 200; i++) {
      lines.append(
          "{\"id\":\"m%d\",\"case\":\"%d\",\"text\":\"%s %d\"}\n"
              .formatted(i, i % 7, i % 3 == 0 ? SCRIPT : REWORDED.substring(i % 20), i * 7919));
    }
    assertThat(pairs(lines.toString())).isNotEmpty().isEqualTo(pairs(lines.toString()));
  }

  @Test
  void joins_among_more_messages_than_are_compared_exactly() throws Exception {
    var lines = new StringBuilder();
    for (var i = 0; i < 9000; i++) {
      var text = i % 3000 == 0 ? SCRIPT + i / 3000 : own(i);
      lines.append("{\"id\":\"m%d\",\"text\":\"%s\"}\n".formatted(i, text));
    }
    var pairs = pairs(lines.toString());
    assertThat(pairs).hasSize(3).isEqualTo(pairs(lines.toString()));
    assertThat(pairs.getFirst()).contains("\"a\":\"m0\",\"b\":\"m3000\"");
    assertThat(pairs.getLast()).contains("\"a\":\"m3000\",\"b\":\"m6000\"");
  }

  /** Words that no other message has. */
  private static String own(int number) {
    var random = new java.util.SplittableRandom(number);
    var words = new StringBuilder();
    for (var i = 0; i < 60; i++) {
      words.append((char) ('a' + random.nextInt(26))).append(i % 6 == 5 ? " " : "");
    }
    return words.toString();
  }

  @Test
  void a_greeting_of_thirty_people_joins_none_of_few_messages_or_of_many() throws Exception {
    assertGreetingsJoinNobody(1530, 51);
    assertGreetingsJoinNobody(JoinSizes.STANDARD.exactUpTo() + 100, 150);
  }

  /** Among {@code count} messages, of which one in {@code every} begins with a greeting. */
  private static void assertGreetingsJoinNobody(int count, int every) throws Exception {
    var lines = new StringBuilder();
    for (var i = 0; i < count; i++) {
      var greeting = i % every == 0 ? "Veromal sintique daborelt numeskan " : "";
      lines
          .append("{\"id\":\"m%d\",\"case\":\"c%d\",\"text\":\"".formatted(i, i))
          .append(greeting)
          .append(own(i), 0, 35)
          .append("\"}\n");
    }
    assertThat(pairs(lines.toString())).isEmpty();
    // Hardly below the default, where whoever asks looks through what is alike, greetings included.
    assertThat(pairs(lines.toString(), 0.2 - 1e-9)).hasSizeGreaterThan(100);
    assertThat(groups(lines.toString())).isEmpty();
  }

  private static List<String> groups(String lines) throws IOException, MatchRefused {
    var out = new StringWriter();
    joined(lines).groups(new MatchLines(out)::write);
    return new ArrayList<>(out.toString().lines().toList());
  }

  @Test
  void keeps_to_the_threshold() throws Exception {
    var lines =
        "{\"id\":\"m1\",\"text\":\"%s\"}\n{\"id\":\"m2\",\"text\":\"%s\"}\n"
            .formatted(SCRIPT, REWORDED);
    assertThat(pairs(lines, 0.4)).hasSize(1);
    assertThat(pairs(lines, 0.95)).isEmpty();
  }

  private static List<String> pairs(String lines) throws IOException, MatchRefused {
    return pairs(lines, 0.2);
  }

  private static List<String> pairs(String lines, double threshold)
      throws IOException, MatchRefused {
    var out = new StringWriter();
    joined(lines, threshold).pairs(new MatchLines(out)::write);
    return new ArrayList<>(out.toString().lines().toList());
  }

  private static CaseJoin joined(String lines) throws IOException, MatchRefused {
    return joined(lines, 0.2);
  }

  private static CaseJoin joined(String lines, double threshold) throws IOException, MatchRefused {
    var join = new CaseJoin(threshold, "FR");
    MessageLines.read(new ByteArrayInputStream(lines.getBytes(UTF_8)), join::add);
    return join;
  }
}
