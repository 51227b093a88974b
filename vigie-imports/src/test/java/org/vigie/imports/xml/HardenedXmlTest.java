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
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardenedXmlTest {

  private static String text(String document) throws XMLStreamException {
    var reader =
        HardenedXml.reader(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    var text = new StringBuilder();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  @Test
  void reads_an_ordinary_document() throws Exception {
    assertThat(text("<smses count='1'><sms body='x'/>a &amp; b</smses>")).isEqualTo("a & b");
  }

  @Test
  void S_80_reads_no_file_for_an_entity(@TempDir Path folder) throws Exception {
    var secret = Files.writeString(folder.resolve("secret"), "top secret");
    var document =
        "<!DOCTYPE s [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><s><sms a='1'>&x;</sms></s>";
    assertThatThrownBy(() -> text(document)).isInstanceOf(XMLStreamException.class);
  }

  @Test
  void S_80_expands_no_entities() {
    var document = new StringBuilder("<!DOCTYPE l [<!ENTITY a0 'lol'>");
    for (var i = 1; i < 12; i++) {
      document.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
    }
    document.append("]><l>&a11;</l>");
    assertThatThrownBy(() -> text(document.toString())).isInstanceOf(XMLStreamException.class);
  }

  @Test
  void S_80_fetches_no_external_document_type() throws Exception {
    assertThat(text("<!DOCTYPE s SYSTEM 'http://127.0.0.1:9/x.dtd'><s>t</s>")).isEqualTo("t");
    assertThat(text("<!DOCTYPE s [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'> %p;]><s>t</s>"))
        .isEqualTo("t");
  }

  @Test
  void S_80_is_the_only_place_that_makes_xml_readers() {
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.vigie");
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(HardenedXml.class.getName())
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javax.xml.stream.XMLInputFactory")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javax.xml.parsers.DocumentBuilderFactory")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javax.xml.parsers.SAXParserFactory")
        .check(classes);
  }
}
