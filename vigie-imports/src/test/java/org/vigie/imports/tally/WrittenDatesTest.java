package org.vigie.imports.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Moment;
import org.vigie.imports.Precision;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;

class WrittenDatesTest {

  private static final LocalDateTime EVENING = LocalDateTime.of(2026, 1, 15, 18, 4);
  private static final LocalDate DAY = EVENING.toLocalDate();

  private static Moment moment(String text, DateOrder order) {
    var options = ReadOptions.NONE.withZone(ZoneId.of("Europe/Paris"));
    return WrittenDates.moment(text, order, new Times(options), new Item(0, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "15/01/2026 6:04 PM",
        "15/01/2026 6:04\u202Fp. m.",
        "15.01.2026 06:04 م",
        "15.01.2026, 6:04 ب.ظ.",
        "15.01.2026 ÖS 6:04",
        "15.01.2026 6:04 ПП",
        "15-01-2026 下午6:04",
        "15-01-2026 晚上6:04",
        "15.01.2026 18:04 Uhr",
        "sam. 15/01/2026 18:04",
        "6:04 PM, 15/01/2026",
        "18:04 15.01.26"
      })
  void reads_the_half_of_the_day_in_any_language(String text) {
    assertThat(WrittenDates.parse(text, DateOrder.DMY)).isEqualTo(EVENING);
  }

  @Test
  void takes_no_day_of_the_week_for_a_half_of_the_day() {
    var noon = LocalDateTime.of(2026, 1, 17, 12, 30);
    for (var text :
        List.of("sam. 17/01/2026 12:30", "Sa 17.01.2026 12:30", "17.01.2026 Sa 12:30")) {
      assertThat(WrittenDates.parse(text, DateOrder.DMY)).as(text).isEqualTo(noon);
    }
    assertThat(WrittenDates.parse("17/01/2026 18:04 AM", DateOrder.DMY)).isNull();
    assertThat(WrittenDates.parse("17-01-2026 夜里1:30", DateOrder.DMY))
        .isEqualTo(LocalDateTime.of(2026, 1, 17, 1, 30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2569/01/15 18:04",
        "1404/10/25 18:04",
        "۱۴۰۴/۱۰/۲۵ ۱۸:۰۴",
        "令和8年1月15日 18:04",
        "R8/01/15 18:04",
        "26年1月15日 18:04",
        "202601151804",
        "20260115T1804"
      })
  void reads_years_of_other_calendars_and_dates_without_separators(String text) {
    assertThat(WrittenDates.parse(text, DateOrder.YMD)).isEqualTo(EVENING);
  }

  @Test
  void reads_islamic_years_and_refuses_years_that_no_calendar_has() {
    var day = HijrahDate.from(DAY);
    var text =
        day.get(ChronoField.DAY_OF_MONTH)
            + "/"
            + day.get(ChronoField.MONTH_OF_YEAR)
            + "/"
            + day.get(ChronoField.YEAR)
            + " 18:04";
    assertThat(WrittenDates.parse(text, DateOrder.DMY)).isEqualTo(EVENING);
    assertThat(WrittenDates.parse("15/1/69 18:04", DateOrder.DMY)).isEqualTo(EVENING);
    for (var year : List.of("0008", "1601", "2222", "9999")) {
      assertThat(WrittenDates.parse("15/01/" + year, DateOrder.DMY)).as(year).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-15T18:04:00Z, 0",
    "2026-01-15 18:04 UTC, 0",
    "2026-01-15T18:04:00.123+08:00, 8",
    "2026-01-15 18:04-0500, -5",
    "2026-01-15 18:04:00 GMT+3, 3",
    "2026-01-15 18:04:00 GMT+03:00, 3"
  })
  void keeps_the_distance_from_utc_that_stands_there(String text, int hours) {
    var moment = moment(text, DateOrder.YMD);
    assertThat(moment.local()).isEqualTo(EVENING);
    assertThat(moment.offset()).isEqualTo(ZoneOffset.ofHours(hours));
    assertThat(moment.raw()).isEqualTo(text);
  }

  @Test
  void says_how_fine_a_time_is() {
    assertThat(moment("2026-01-15", DateOrder.YMD).precision()).isEqualTo(Precision.DAY);
    assertThat(moment("2026-01-15 18h", DateOrder.YMD).precision()).isEqualTo(Precision.DAY);
    assertThat(moment("2026-01-15 18h04", DateOrder.YMD).precision()).isEqualTo(Precision.MINUTE);
    assertThat(moment("2026-01-15 18:04", DateOrder.YMD).offset()).isEqualTo(ZoneOffset.ofHours(1));
    assertThat(moment("2026-01-15 18:04:05", DateOrder.YMD).precision())
        .isEqualTo(Precision.SECOND);
    assertThat(moment("soon", DateOrder.YMD).local()).isNull();
  }

  private static ReadReport.Dates decided(String... texts) throws ImportRefused {
    var dates = new WrittenDates(null);
    for (var i = 0; i < texts.length; i++) {
      dates.observe(texts[i], i + 1);
    }
    return dates.decide();
  }

  @Test
  void takes_no_year_of_two_digits_for_a_day_nor_a_day_for_a_year() throws Exception {
    assertThat(decided("26/01/15", "26/01/16", "26/01/17", "26/01/19"))
        .isEqualTo(new ReadReport.Dates(DateOrder.YMD, DateOrderBy.SEQUENCE));
    assertThat(decided("15/01/26", "16/01/26", "17/01/26", "19/01/26"))
        .isEqualTo(new ReadReport.Dates(DateOrder.DMY, DateOrderBy.SEQUENCE));
    assertThat(decided("15.01.26"))
        .isEqualTo(new ReadReport.Dates(DateOrder.DMY, DateOrderBy.VALUE));
    assertThatThrownBy(() -> decided("26/01/15 18:04"))
        .hasMessage("import.date-order-ambiguous")
        .extracting("details")
        .isEqualTo(List.of("1", "26/01/15 18:04", "2015-01-26 (dmy)", "2026-01-15 (ymd)"));
    assertThatThrownBy(() -> decided("01/02/03", "01/02/03 10:00"))
        .extracting("details")
        .asString()
        .contains("2003-02-01 (dmy), 2003-01-02 (mdy) / 2001-02-03 (ymd)");
  }

  @Test
  void says_so_where_a_word_beside_the_time_is_not_known() {
    var unknown = new WrittenDates(null);
    unknown.observe("2026-01-15 6:04 xyz", 1);
    unknown.observe("2026-01-15 7:04 xyz", 2);
    var tally = new Tally(null);
    unknown.warn(tally);
    assertThat(tally.report("x", 0, Times.CERTAIN).warnings())
        .containsExactly("2 times may be before or after noon: the word beside them is not known");
    var whole = new WrittenDates(null);
    whole.observe("2026-01-15 6:04 xyz", 1);
    whole.observe("2026-01-15 18:04 xyz", 2);
    var nothing = new Tally(null);
    whole.warn(nothing);
    assertThat(nothing.report("x", 0, Times.CERTAIN).warnings()).isEmpty();
  }
}
