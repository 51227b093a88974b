package org.vigie.imports.xml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.imports.xml.XmlPull.Token;

class XmlPullTest {

  private static String text(String document) throws Exception {
    var in = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    var pull = new XmlPull(in, 1000, Set.of());
    var text = new StringBuilder();
    for (var token = pull.next(); token != Token.DONE; token = pull.next()) {
      text.append(token == Token.TEXT ? pull.text() : "");
    }
    return text.toString();
  }

  @Test
  void reads_an_ordinary_document() throws Exception {
    assertThat(text("<smses count='1'><sms body='x'/>a &amp; b</smses>")).isEqualTo("a & b");
  }

  @Test
  void puts_halves_of_a_character_together() throws Exception {
    assertThat(text("<s>&#55357;&#56832; &#x1F600;</s>")).isEqualTo("😀 😀");
  }

  @Test
  void S_80_reads_no_file_for_an_entity(@TempDir Path folder) throws Exception {
    var secret = Files.writeString(folder.resolve("secret"), "top secret");
    var declared = "<!DOCTYPE s [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>";
    assertThat(text(declared + "<s><sms a='1'>&x;</sms></s>")).isEqualTo("&x;");
  }

  @Test
  void S_80_expands_no_entities() throws Exception {
    var document = new StringBuilder("<!DOCTYPE l [<!ENTITY a0 'lol'>");
    for (var i = 1; i < 12; i++) {
      document.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
    }
    document.append("]><l>&a11;</l>");
    assertThat(text(document.toString())).isEqualTo("&a11;");
  }

  @Test
  void S_80_fetches_no_external_document_type() throws Exception {
    assertThat(text("<!DOCTYPE s SYSTEM 'http://127.0.0.1:9/x.dtd'><s>t</s>")).isEqualTo("t");
    assertThat(text("<!DOCTYPE s [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'> %p;]><s>t</s>"))
        .isEqualTo("t");
  }

  @Test
  void stops_at_nesting_without_end() {
    assertThatThrownBy(() -> text("<a>".repeat(1000))).isInstanceOf(MalformedXml.class);
  }

  @Test
  void S_80_nobody_makes_an_xml_reader_of_the_platform() {
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.vigie");
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax..")
        .check(classes);
  }
}
