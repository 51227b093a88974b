import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * Takes the publishers' signatures out of the jars of a folder, which the build has just copied
 * there from artifacts whose checksums it compared. The JVM keeps no class of a signed jar in a
 * start-up cache, and checks each again at every start.
 */
void main(String[] folders) throws IOException {
  for (var folder : folders) {
    for (var jar : new File(folder).listFiles((_, name) -> name.endsWith(".jar"))) {
      if (isSigned(jar)) {
        rewrite(jar);
      }
    }
  }
}

private boolean isSigned(File jar) throws IOException {
  try (var in = new JarFile(jar, false)) {
    return in.stream().anyMatch(entry -> isSignature(entry.getName()));
  }
}

private boolean isSignature(String name) {
  return name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
}

private void rewrite(File jar) throws IOException {
  var made = Path.of(jar + ".unsigned");
  try (var in = new JarFile(jar, false)) {
    var manifest = in.getManifest();
    // What is left for each entry are the digests that were signed.
    manifest.getEntries().clear();
    try (var out = new JarOutputStream(Files.newOutputStream(made), manifest)) {
      for (var entry : Collections.list(in.entries())) {
        if (entry.getName().equals(JarFile.MANIFEST_NAME) || isSignature(entry.getName())) {
          continue;
        }
        var copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        in.getInputStream(entry).transferTo(out);
        out.closeEntry();
      }
    }
  }
  Files.move(made, jar.toPath(), StandardCopyOption.REPLACE_EXISTING);
}
