package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeechTest {

  @Test
  void tells_languages_apart_by_letters_that_only_one_of_them_has() {
    assertThat(Speech.of("بالىلىرىڭنى ئويلا، جىم تۇر")).containsExactly("ug");
    assertThat(Speech.of("ང་ལ་ཁ་པར་བཏང་བྱུང་།")).containsExactly("bo");
    assertThat(Speech.of("我们知道你住在哪里。")).containsExactly("zh-Hans");
    assertThat(Speech.of("我們知道你住在哪裡，別說話")).containsExactly("zh-Hant");
    assertThat(Speech.of("خاموش رہو ورنہ تمہارے گھر والے")).containsExactly("ur");
    assertThat(Speech.of("چرا با پلیس حرف زدی")).containsExactly("fa");
    assertThat(Speech.of("Молчи, мы знаем твой адрес.")).containsExactly("ru");
    assertThat(Speech.of("Үндеме, біз бәрін білеміз")).containsExactly("kk");
  }

  @Test
  void says_no_more_than_the_letters_do() {
    assertThat(Speech.of("Stop speaking")).containsExactly(Speech.LATIN);
    assertThat(Speech.of("12:30 👍 …")).isEmpty();
    assertThat(Speech.of("知")).containsExactly("zh");
  }

  @Test
  void S3_10_sees_that_a_dialect_is_mixed_with_the_state_language() {
    assertThat(Speech.of("ئۇ ماڭا 你知道 دېدى")).containsExactly("ug", "zh");
    assertThat(Speech.of("بۇ ok")).containsExactly("ar");
    var count = new SpeechReport.Count();
    count.add("ئۇ ماڭا 你们知道 دېدى");
    count.add("دېدى");
    assertThat(count.report().mixed()).isEqualTo(1);
    assertThat(count.report().byNumber()).containsExactly("ug", "zh-Hans");
  }
}
