package org.vigie.imports.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.Precision;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.testkit.Trials;

class CallTableReaderTest {

  @Test
  void reads_a_table_in_english() throws Exception {
    var read =
        Reads.text(
            """
            Name,Number,Date,Call Type,Duration
            "Ann, work",+1 555 0100,2026-01-15 18:04:05,Incoming,35
            ,+1 555 0101,2026-01-15 19:04:05,Missed,0
            Bob,+1 555 0102,2026-01-16 09:00:00,Outgoing,12
            """);
    var first = read.messages().getFirst();
    assertThat(first.kind()).isEqualTo(Kind.CALL);
    assertThat(first.author()).isEqualTo("+1 555 0100");
    assertThat(first.chat()).isEqualTo("Ann, work (+1 555 0100)");
    assertThat(first.text()).isEqualTo("incoming duration=35");
    assertThat(first.when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4, 5));
    assertThat(first.when().offset()).isNull();
    assertThat(first.when().precision()).isEqualTo(Precision.SECOND);
    assertThat(first.line()).isEqualTo(2);
    assertThat(read.messages().get(1).flags()).containsExactly(Flag.MISSED);
    assertThat(read.messages().get(2).flags()).containsExactly(Flag.OUTGOING);
    assertThat(read.report().format()).isEqualTo("calls-csv");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  @Test
  void reads_headings_and_kinds_in_other_languages_and_separators() throws Exception {
    var french =
        Reads.text("Numéro;Date;Heure;Type;Durée\n+33 6 39 98 00 01;31/01/2026;18:04;Manqué;0\n");
    assertThat(french.only().text()).isEqualTo("missed duration=0");
    assertThat(french.only().when().local()).isEqualTo(LocalDateTime.of(2026, 1, 31, 18, 4));
    assertThat(french.only().when().precision()).isEqualTo(Precision.MINUTE);
    assertThat(french.report().dates().order()).isEqualTo(DateOrder.DMY);
    var russian =
        Reads.bytes(
            "\uFEFFНомер\tДата\tТип\tДлительность\r\n+1 555 0100\t1768496645000\tвходящий\t3\r\n"
                .getBytes(StandardCharsets.UTF_16LE),
            ReadOptions.NONE);
    assertThat(russian.only().text()).isEqualTo("incoming duration=3");
    assertThat(russian.only().when().offset()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void keeps_a_kind_that_no_list_knows_in_its_own_words() throws Exception {
    var call = Reads.text("Number,Date,Type,Duration\n+1 555 0100,2026-01-15,Hologram,1\n").only();
    assertThat(call.text()).isEqualTo("Hologram duration=1");
    assertThat(call.flags()).containsExactly(Flag.UNRECOGNISED);
  }

  @Test
  void names_no_caller_where_the_table_does_not_tell_who_called() throws Exception {
    var bare = Reads.text("Number,Date,Duration\n+1 555 0100,2026-01-15 18:04,1\n");
    assertThat(bare.only().author()).isNull();
    assertThat(bare.only().chat()).isEqualTo("+1 555 0100");
    assertThat(bare.report().warnings())
        .containsExactly(
            "nothing in the table tells who called whom; nobody is named as the caller");
    var unknown = Reads.text("Number,Date,Type,Duration\n+1 555 0100,2026-01-15,Dialed out,1\n");
    assertThat(unknown.only().author()).isNull();
    assertThat(unknown.only().flags()).containsExactly(Flag.UNRECOGNISED);
    var coded = Reads.text("Number,Date,Direction,Duration\n+1 555 0100,2026-01-15,1,1\n");
    assertThat(coded.only().author()).as("1 is received here and dialled there").isNull();
    assertThat(coded.only().flags()).containsExactly(Flag.UNRECOGNISED);
  }

  @Test
  void tells_who_called_whom_where_both_numbers_stand_there() throws Exception {
    var read =
        Reads.text(
            """
            Caller,Called,Start Time,Duration
            +1 555 0100,+1 555 0101,20260115180405,35
            """);
    assertThat(read.only().author()).isEqualTo("+1 555 0100");
    assertThat(read.only().chat()).isEqualTo("+1 555 0100 → +1 555 0101");
    assertThat(read.only().when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4, 5));
    assertThat(read.report().warnings()).isEmpty();
  }

  @Test
  void reads_counts_of_seconds_and_the_zone_that_a_time_bears() throws Exception {
    var read =
        Reads.text(
            """
            Number,Date,Type,Duration
            +1 555 0100,1768496645,Missed,0
            +1 555 0100,2026-01-15T18:04:05+08:00,Missed,0
            """);
    var count = read.messages().getFirst().when();
    assertThat(count.local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 17, 4, 5));
    assertThat(read.messages().get(1).when().offset()).isEqualTo(ZoneOffset.ofHours(8));
  }

  @Test
  void invents_no_time_of_day() throws Exception {
    var call = Reads.text("Number,Date,Ora,Type,Duration\n1,15/01/2026,18:04,Missed,0\n").only();
    assertThat(call.when().precision()).isEqualTo(Precision.DAY);
    assertThat(call.when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 0, 0));
  }

  private static String dated(String... dates) {
    var rows = new StringBuilder("Number,Date,Type,Duration\n");
    List.of(dates).forEach(d -> rows.append("+1 555 0100,").append(d).append(",Incoming,1\n"));
    return rows.toString();
  }

  @Test
  void asks_for_the_order_of_dates_when_nothing_decides() throws Exception {
    var ambiguous = dated("01/02/2026 10:00");
    assertThatThrownBy(() -> Reads.text(ambiguous))
        .hasMessage("import.date-order-ambiguous")
        .extracting("details")
        .isEqualTo(List.of("2", "01/02/2026 10:00", "2026-02-01 (dmy)", "2026-01-02 (mdy)"));
    var told = ReadOptions.NONE.withDateOrder(DateOrder.MDY);
    assertThat(Reads.text(ambiguous, told).report().dates().by()).isEqualTo(DateOrderBy.OPTION);
    assertThat(Reads.text(ambiguous, told).only().when().local())
        .isEqualTo(LocalDateTime.of(2026, 1, 2, 10, 0));
    var impossible = ReadOptions.NONE.withDateOrder(DateOrder.MDY);
    assertThatThrownBy(() -> Reads.text(dated("31/12/2026"), impossible))
        .hasMessage("import.date-order-impossible");
  }

  @Test
  void finds_the_order_of_dates_by_the_way_time_goes() throws Exception {
    var read = Reads.text(dated("03/02/2026", "02/02/2026", "05/01/2026"));
    assertThat(read.report().dates().order()).isEqualTo(DateOrder.DMY);
    assertThat(read.report().dates().by()).isEqualTo(DateOrderBy.SEQUENCE);
  }

  @Test
  void gives_rows_without_a_date_no_date() throws Exception {
    var read = Reads.text(dated("soon", "31/12/2026"));
    assertThat(read.messages().getFirst().when().local()).isNull();
    assertThat(read.messages().getFirst().when().raw()).isEqualTo("soon");
    assertThat(read.report().warnings())
        .containsExactly("1 messages bear no time that can be read");
  }

  @Test
  void says_when_the_file_ends_within_quotation_marks() throws Exception {
    var read =
        Reads.text(
            "Number,Date,Type,Duration\n+1 555 0100,2026-01-15,Incoming,\"35\n+1 555 0101,2026");
    assertThat(read.messages()).hasSize(1);
    assertThat(read.report().warnings()).hasSize(1);
  }

  @Test
  void flags_hours_that_do_not_occur_in_the_zone() throws Exception {
    var told = ReadOptions.NONE.withZone(ZoneId.of("Europe/Paris"));
    var call = Reads.text(dated("2026-03-29 02:30:00"), told).only();
    assertThat(call.flags()).containsExactly(Flag.IMPOSSIBLE_HOUR);
  }

  @Test
  void reads_back_what_was_written() {
    Trials.forAll(
        50,
        (random, size) -> {
          var times = new ArrayList<LocalDateTime>();
          var separator = List.of(",", ";", "\t").get(random.nextInt(3));
          var rows =
              new StringBuilder(
                  String.join(separator, "Number", "Date", "Name", "Duration") + "\n");
          var at = LocalDateTime.of(2020, 1, 31, 0, 0);
          for (var i = 0; i < size; i++) {
            times.add(at);
            rows.append("+1 555 0100").append(separator);
            rows.append(String.format(Locale.ROOT, "%1$td/%1$tm/%1$tY %1$tH:%1$tM:%1$tS", at));
            rows.append(separator)
                .append("\"a \"\"b\"\"\nc; d, e\"")
                .append(separator)
                .append("1\r\n");
            at = at.plusSeconds(random.nextInt(100_000));
          }
          var read = Reads.text(rows.toString());
          assertThat(read.messages().stream().map(m -> m.when().local())).isEqualTo(times);
          assertThat(read.messages().stream().map(Message::chat))
              .allMatch("a \"b\"\nc; d, e (+1 555 0100)"::equals);
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }
}
