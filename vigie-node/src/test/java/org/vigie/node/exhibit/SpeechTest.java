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
    assertThat(Speech.of("می‌دانیم خانه‌ات کجاست، چرا با پلیس صحبت کردی")).containsExactly("fa");
    assertThat(Speech.of("اسكت وفكر في العائلة")).containsExactly("ar");
    assertThat(Speech.of("دەزانین ماڵەکەت لە کوێیە")).containsExactly("ckb");
    assertThat(Speech.of("Үндеме, біз бәрін білеміз")).containsExactly("kk");
    assertThat(Speech.of("Ҷим шин, мо ҳамаро медонем")).containsExactly("tg");
    assertThat(Speech.of("Ўйлаб кўр")).containsExactly("uz");
    assertThat(Speech.of("Җим тур, өйүңни билимиз")).containsExactly("ug-Cyrl");
    assertThat(Speech.of("Jim tur, öyüngni bilimiz, hëch kimge ëytma")).containsExactly("ug-Latn");
    assertThat(Speech.of("Sus, nerede yaşadığını biliyoruz")).containsExactly("tr");
    assertThat(Speech.of("Ne réponds plus")).containsExactly("fr");
  }

  @Test
  void says_no_more_than_the_letters_do() {
    assertThat(Speech.of("Stop speaking")).containsExactly(Speech.LATIN);
    assertThat(Speech.of("12:30 👍 …")).isEmpty();
    assertThat(Speech.of("知")).containsExactly("zh");
    assertThat(Speech.of("Молчи, мы знаем твой адрес.")).containsExactly("und-Cyrl");
    assertThat(Speech.of("سلام")).containsExactly("und-Arab");
    assertThat(Speech.of("چوپ شه ټول پوهېږو"))
        .as("Pashto, none of ours")
        .containsExactly("und-Arab");
  }

  @Test
  void takes_no_language_for_another_that_shares_its_letters() {
    assertThat(Speech.of("Em dizanin tu li ku dijî, bêdeng be, şevê mekeve rê"))
        .as("Kurmanji has ş as Turkish has")
        .containsExactly("ku");
    assertThat(Speech.of("şev baş")).as("or Turkish").containsExactly(Speech.LATIN);
    assertThat(Speech.of("Унчукпа, үйүңдү билебиз, өзүң ойлон"))
        .as("Kyrgyz has no letter that Kazakh lacks")
        .containsExactly("und-Cyrl");
    assertThat(Speech.of("ٴۇندەمە، ٴبىز ٴبارىن بىلەمىز"))
        .as("Kazakh in Arabic letters is not Uyghur")
        .containsExactly("kk-Arab");
    assertThat(Speech.of("ۇندەمە، ۇيىڭدى بىلەمىز")).as("or Uyghur").containsExactly("und-Arab");
    assertThat(Speech.of("بێدەنگ بە")).as("Sorani or Kurmanji").containsExactly("und-Arab");
  }

  @Test
  void reads_letters_however_they_are_encoded() {
    assertThat(Speech.of("Sus, yas\u0327ad\u0131g\u0306\u0131n yer")).containsExactly("tr");
    assertThat(Speech.of("ISTANBUL \u0130ZM\u0130R")).containsExactly("tr");
    assertThat(Speech.of("\ufeb3\ufefc\ufee1")).containsExactly("und-Arab");
  }

  @Test
  void S3_10_sees_that_a_dialect_is_mixed_with_the_state_language() {
    assertThat(Speech.of("ئۇ ماڭا 你知道 دېدى")).containsExactly("ug", "zh");
    assertThat(Speech.of("بۇ ok")).containsExactly("und-Arab");
    var count = new SpeechReport.Count();
    count.add("ئۇ ماڭا 你们知道 دېدى");
    count.add("دېدى");
    assertThat(count.report().mixed()).isEqualTo(1);
    assertThat(count.report().byNumber()).containsExactly("ug", "zh-Hans");
  }
}
