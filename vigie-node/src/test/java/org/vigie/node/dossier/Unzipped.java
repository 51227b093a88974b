package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.vigie.seal.Digests;

/** The files of a package, by their path below its folder. */
record Unzipped(Map<String, byte[]> files) {

  static Unzipped of(Path zip) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var name = entry.getName();
        files.put(name.substring(name.indexOf('/') + 1), in.readAllBytes());
      }
    }
    return new Unzipped(files);
  }

  Set<String> names() {
    return files.keySet();
  }

  byte[] bytes(String name) {
    var bytes = files.get(name);
    assertThat(bytes).as(name + " of " + files.keySet()).isNotNull();
    return bytes == null ? new byte[0] : bytes;
  }

  String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  String sha256(String name) {
    return HexFormat.of().formatHex(Digests.sha256(bytes(name)));
  }

  void into(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      var target = folder.resolve(file.getKey());
      Files.createDirectories(target.resolveSibling(""));
      Files.write(target, file.getValue());
    }
  }
}
