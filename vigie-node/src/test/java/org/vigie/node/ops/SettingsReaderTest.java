package org.vigie.node.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Language;

class SettingsReaderTest {

  @TempDir Path home;

  private NodeSettings read(String file, Map<String, String> environment)
      throws IOException, SettingsRefused {
    Files.writeString(home.resolve("vigie.properties"), file);
    return SettingsReader.read(home, environment);
  }

  @Test
  void listens_on_this_machine_only_unless_told_otherwise() throws Exception {
    var settings = SettingsReader.read(home, Map.of());
    assertThat(settings.http())
        .isEqualTo(new NodeSettings.Http("127.0.0.1", 8484, ServedNames.NONE));
    assertThat(settings.sessions().idle()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.sessions().absolute()).isEqualTo(Duration.ofHours(2));
    assertThat(settings.timeStamps()).isEmpty();
  }

  @Test
  void lets_the_environment_go_before_the_file() throws Exception {
    var settings =
        read("http.port=1\nlocale=en", Map.of("VIGIE_PORT", "2", "VIGIE_LOCALE", "fr_FR.UTF-8"));
    assertThat(settings.http().port()).isEqualTo(2);
    assertThat(settings.locale()).isEqualTo(Language.FR);
  }

  @Test
  void refuses_a_key_nobody_knows() {
    assertThatThrownBy(() -> read("http.prot=1", Map.of()))
        .isInstanceOfSatisfying(
            SettingsRefused.class, refused -> assertThat(refused.details()).contains("http.prot"));
  }

  @Test
  void refuses_values_that_cannot_be_used() {
    for (var line :
        new String[] {
          "http.port=many",
          "http.port=65536",
          "session.idle=0",
          "session.idle=PT25H",
          "leave.url=http://example.org/",
          "leave.url=javascript:alert(1)",
          "locale=xx",
          "http.names=house.example:443",
          "http.names=https://house.example/pages",
          "http.names=*.example",
          "blobs.url=s3://bucket",
          "database.url=jdbc:oracle:x",
          "tsa.url=none",
          "share.socket=localhost:9000",
          "limits.file-bytes=-1"
        }) {
      assertThatThrownBy(() -> read(line, Map.of())).as(line).isInstanceOf(SettingsRefused.class);
    }
  }

  @Test
  void S_50_keys_shared_among_several_hosts_are_switched_off() throws Exception {
    assertThat(read("share.hosts=1", Map.of())).isNotNull();
    for (var hosts : new String[] {"0", "2", "3", "many"}) {
      assertThatThrownBy(() -> read("share.hosts=" + hosts, Map.of()))
          .as(hosts)
          .isInstanceOf(SettingsRefused.class);
    }
    assertThatThrownBy(() -> read("share.hosts=3", Map.of())).hasMessage("settings.share-hosts");
  }

  @Test
  void finds_the_home_in_the_environment() {
    assertThat(SettingsReader.home(Map.of("VIGIE_HOME", "/srv/house"), Path.of("/home/a")))
        .isEqualTo(Path.of("/srv/house"));
    assertThat(SettingsReader.home(Map.of(), Path.of("/home/a")))
        .isEqualTo(Path.of("/home/a/.local/share/vigie"));
  }
}
