import java.io.File;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Compares the bill of materials (CycloneDX, {@code target/bom.xml}) with the application that was
 * built: every part of it is named with a version and a licence, and every library that the
 * application carries is listed with the SHA-256 that it has. Says what is missing, and ends with 1
 * if anything is.
 */
void main(String[] files) throws Exception {
  var wrong = new ArrayList<String>();
  var parts = parts(new File(files[0]), wrong);
  if (parts.size() < FEWEST) {
    wrong.add("only " + parts.size() + " parts are listed in " + files[0]);
  }
  var libraries = libraries(new File(files[1]));
  if (libraries.size() < FEWEST / 2) {
    wrong.add("only " + libraries.size() + " libraries are in " + files[1]);
  }
  libraries.forEach((name, hash) -> {
    if (!OF_THE_PACKAGER.equals(name.replaceAll("-[0-9].*", "")) && !parts.containsValue(hash)) {
      wrong.add(name + " is in the application and its SHA-256 is not listed");
    }
  });
  wrong.forEach(sentence -> System.err.println("sbom: " + sentence));
  if (!wrong.isEmpty()) {
    System.exit(1);
  }
}

static final int FEWEST = 60;

/** Put beside the libraries by the plug-in that packs them; it unpacks the application. */
static final String OF_THE_PACKAGER = "spring-boot-jarmode-tools";

/** SHA-256 by name and version. */
Map<String, String> parts(File bom, List<String> wrong) throws Exception {
  var parts = new HashMap<String, String>();
  if (!bom.isFile()) {
    return parts;
  }
  var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bom);
  var components = document.getElementsByTagName("component");
  for (var i = 0; i < components.getLength(); i++) {
    var part = (Element) components.item(i);
    if (!part.getParentNode().getParentNode().getNodeName().equals("bom")) {
      continue; // the tool that wrote the list, or a part of a part
    }
    var name = child(part, "name") + " " + child(part, "version");
    if (child(part, "name").isEmpty() || child(part, "version").isEmpty()) {
      wrong.add("a part has no name or version: " + name);
    }
    // Our own are made in the same build, after the list was begun; their licence lies beside it.
    var ours = child(part, "group").equals("org.vigie");
    if (!licensed(part) && !ours) {
      wrong.add(name + " has no licence");
    }
    var hash = sha256(part);
    if (hash.isEmpty() && !ours) {
      wrong.add(name + " has no SHA-256");
    }
    parts.put(name, hash);
  }
  return parts;
}

private boolean licensed(Element part) {
  var licences = part.getElementsByTagName("licenses");
  return licences.getLength() > 0 && !licences.item(0).getTextContent().isBlank();
}

private String sha256(Element part) {
  var hashes = part.getElementsByTagName("hash");
  for (var i = 0; i < hashes.getLength(); i++) {
    var hash = (Element) hashes.item(i);
    if (hash.getAttribute("alg").equals("SHA-256")) {
      return hash.getTextContent().strip();
    }
  }
  return "";
}

private String child(Element part, String name) {
  for (Node at = part.getFirstChild(); at != null; at = at.getNextSibling()) {
    if (at.getNodeName().equals(name)) {
      return at.getTextContent().strip();
    }
  }
  return "";
}

/** SHA-256 of the libraries of others that the application carries, by file name. */
private Map<String, String> libraries(File app) throws Exception {
  var libraries = new HashMap<String, String>();
  try (var jar = new JarFile(app, false)) {
    for (var entry : jar.stream().toList()) {
      var name = entry.getName().replaceAll(".*/", "");
      if (entry.getName().startsWith("BOOT-INF/lib/")
          && name.endsWith(".jar")
          && !name.startsWith("vigie-")) {
        try (var in = jar.getInputStream(entry)) {
          libraries.put(name, sha256(in));
        }
      }
    }
  }
  return libraries;
}

private String sha256(InputStream in) throws Exception {
  var digest = MessageDigest.getInstance("SHA-256");
  digest.update(in.readAllBytes());
  return HexFormat.of().formatHex(digest.digest());
}
