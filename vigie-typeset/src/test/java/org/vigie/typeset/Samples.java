package org.vigie.typeset;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vigie.kernel.Language;

/** Invented texts; the sentences are article 1 of the Universal Declaration of Human Rights. */
final class Samples {

  static final Instant DATE = Instant.parse("2026-11-01T09:00:00Z");
  static final String NUMBER = "+33 6 39 98 12 34";

  /** A sentence in each language, by BCP 47 tag. */
  static final Map<String, String> SENTENCES = sentences();

  private Samples() {}

  private static Map<String, String> sentences() {
    var all = new LinkedHashMap<String, String>();
    all.put(
        "fr",
        "L’œuvre d’Élise a été signalée « à la préfecture » le 3 août 2026 à 14 h 30 ; ça reste"
            + " ouvert, bien que l’affaire ait été classée à Besançon.");
    all.put(
        "ug",
        "بارلىق ئىنسانلار تۇغۇلۇشىدىنلا ئەركىن، ئىززەت-ھۆرمەت ۋە ھوقۇقتا باپباراۋەر بولۇپ"
            + " تۇغۇلغان.");
    all.put(
        "bo",
        "འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་ཆེ་མཐོངས་དང༌། ཐོབ་ཐངགི་རང་དབང་འདྲ་མཉམ་དུ་ཡོད་ལ། ཁོང་ཚོར་རང་བྱུང་གི་བློ་རྩལ་དང་བསམ་ཚུལ་བཟང་པོ་འདོན་པའི་འོས་བབས་ཀྱང་ཡོད། ཧཱུྃ་བྷྱཱ");
    all.put("zh-Hans", "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。人人有资格享有本宣言所载的一切权利和自由。");
    all.put("zh-Hant", "人人生而自由，在尊嚴和權利上一律平等。國家安全警察來電。");
    all.put(
        "ur",
        "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔ انہیں ضمیر اور عقل ودیعت"
            + " ہوئی ہے۔");
    all.put(
        "fa",
        "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند. شمارهٔ ۱۲۳۴");
    all.put(
        "ar",
        "يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا مُتَسَاوِينَ فِي الْكَرَامَةِ وَالْحُقُوقِ. لا إله");
    all.put("ru", "Все люди рождаются свободными и равными в своём достоинстве и правах.");
    all.put(
        "kk",
        "Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді.");
    all.put(
        "kk-Arab",
        "بارلىق ادامدار تۋمىسىنان ازات جانە قادىر-قاسيەتى مەن كۇقىقتارى تەڭ بولىپ دۇنيەگە كەلەدى.");
    all.put("tr", "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. İĞÜŞÖÇ ığüşöç");
    all.put("ug-Latn", "Barliq insanlar tughulushidinla erkin, izzet-hörmet we hoquqta barawer.");
    return all;
  }

  /** One page with every script, a number inside right-to-left text, and mixed words. */
  static Document scripts() {
    var document =
        Document.titled("Dossier n° 2026-0042 — écritures", Language.FR, DATE)
            .head("Dossier n° 2026-0042")
            .heading(1, "Dossier n° 2026-0042 — répression transnationale");
    SENTENCES.forEach((tag, words) -> document.add(new Block.Paragraph(Text.of(tag, words))));
    return document
        .add(
            new Block.Paragraph(
                Text.of(
                    Language.UG,
                    Run.of("تېلېفون "),
                    Run.number(NUMBER),
                    Run.of(" ("),
                    Run.number("WeChat: alim_88"),
                    Run.of(") نومۇرىدىن «چاقىرىق» كەلدى."))),
            new Block.Paragraph(
                Text.of(
                    Language.FR,
                    Run.of("Il a écrit : "),
                    Run.quoted("ug", "ئالىم"),
                    Run.of(", en latin Alim, en chinois "),
                    Run.quoted("zh-Hans", "阿里木"),
                    Run.of(", en tibétain "),
                    Run.quoted("bo", "ཨ་ལིམ"),
                    Run.of(", puis "),
                    Run.bold("« ne parle pas »"),
                    Run.of(" 😀👍🏽 et un lien vers "),
                    Run.link("la déclaration", URI.create("https://www.example.org/udhr")),
                    Run.of("."))))
        .build();
  }

  /** Every kind of block, over several pages. */
  static Document blocks() throws TypesetRefused {
    var rows = new ArrayList<List<Text>>();
    var tags = List.copyOf(SENTENCES.keySet());
    for (var i = 0; i < 40; i++) {
      var tag = tags.get(i % tags.size());
      rows.add(
          List.of(
              Text.of(Language.EN, Run.number("2026-03-%02d".formatted(1 + i % 28))),
              Text.of(tag, sentence(tag)),
              Text.of(
                  Language.EN,
                  Run.number("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))));
    }
    return Document.titled("Every kind of block & <more>", Language.EN, DATE)
        .head("Example house — confidential")
        .heading(1, "Every kind of block")
        .paragraph("First line.\nSecond line after a line feed.\n\nAfter an empty line.")
        .heading(2, "Lists")
        .add(
            Block.Items.bullets(List.of(english("One"), Text.of("ug", sentence("ug")))),
            Block.Items.numbered(List.of(english("First"), english("Second"), persian())))
        .heading(2, "Pairs")
        .add(
            new Block.KeyValues(
                List.of(
                    new Block.Pair(english("Recipient"), english("Prosecutor of Example")),
                    new Block.Pair(english("Number"), Text.of(Language.EN, Run.number(NUMBER))))))
        .add(
            new Block.Callout(
                Block.Callout.Kind.NOTE, english("Note"), List.of(english("Something to know."))),
            new Block.Callout(
                Block.Callout.Kind.WARNING, english("Care"), List.of(english("Be careful."))),
            new Block.Callout(
                Block.Callout.Kind.QUOTE, null, List.of(Text.of("ur", sentence("ur")), persian())))
        .heading(2, "Table")
        .add(
            new Block.Table(
                english("Forty rows"),
                List.of(2, 6, 3),
                List.of(english("Date"), english("Words"), english("SHA-256")),
                rows))
        .heading(2, "Figure")
        .add(new Block.Figure(Picture.of(drawing()), english("A blue square"), english("Fig. 1")))
        .add(new Block.PageBreak())
        .heading(3, "Last page")
        .paragraph("Long words: " + "abcdefghij".repeat(30))
        .attach(
            new Attachment(
                "source.json",
                "application/json",
                "What this document was made from",
                Attachment.Relationship.SOURCE,
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private static String sentence(String tag) {
    return Objects.requireNonNull(SENTENCES.get(tag));
  }

  static Text english(String words) {
    return Text.of(Language.EN, words);
  }

  private static Text persian() {
    return Text.of("fa", sentence("fa"));
  }

  private static BufferedImage drawing() {
    var image = new BufferedImage(120, 60, BufferedImage.TYPE_INT_ARGB);
    var brush = image.createGraphics();
    brush.setColor(Color.BLUE);
    brush.fillRect(10, 10, 40, 40);
    brush.dispose();
    return image;
  }
}
