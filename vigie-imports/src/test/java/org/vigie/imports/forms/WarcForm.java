package org.vigie.imports.forms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.web.Warcs;
import org.vigie.imports.zip.Zips;

/** Pages as crawlers and browser programs save them (ISO 28500). */
enum WarcForm implements ExportForm {
  /** Records one after another. */
  PLAIN {
    @Override
    byte[] file(List<byte[]> records) {
      return joined(records);
    }
  },
  /** Each record compressed on its own. */
  COMPRESSED {
    @Override
    byte[] file(List<byte[]> records) {
      return joined(records.stream().map(Gzips::stored).toList());
    }

    @Override
    public boolean isArchive() {
      return true;
    }
  },
  /** A bundle (WACZ). */
  BUNDLE {
    @Override
    byte[] file(List<byte[]> records) throws IOException {
      return new Zips()
          .stored("archive/data.warc.gz", COMPRESSED.file(records))
          .stored("indexes/index.cdx", " CDX N b a m s k r M S V g\n".getBytes(UTF_8))
          .stored("pages/pages.jsonl", "{\"format\":\"json-pages-1.0\"}\n".getBytes(UTF_8))
          .stored("datapackage.json", "{\"profile\":\"data-package\"}".getBytes(UTF_8))
          .bytes();
    }

    @Override
    public boolean isArchive() {
      return true;
    }
  };

  abstract byte[] file(List<byte[]> records) throws IOException;

  static List<ExportForm> all() {
    return List.of(values());
  }

  private static byte[] joined(List<byte[]> records) {
    var out = new ByteArrayOutputStream();
    records.forEach(out::writeBytes);
    return out.toByteArray();
  }

  @Override
  public String group() {
    return "warc";
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var messages = new ArrayList<Written>();
    var records = new ArrayList<byte[]>();
    records.add(new Warcs().info().bytes());
    for (var one : Invented.texts(random, size)) {
      var at = Objects.requireNonNull(one.at());
      var address = "https://posts.example/" + records.size();
      var record = new Warcs().at(Cells.second(at) + "Z");
      if (random.nextInt(5) == 0) {
        record.response(address, "Content-Type: image/jpeg", new byte[] {1, 2, 3});
        var text = address + "\nHTTP/1.1 200 OK";
        messages.add(new Written(at, null, Kind.MEDIA, text, address, List.of(Flag.EMBEDDED)));
      } else {
        var words = one.text().replaceAll("\\s+", " ");
        record.page(address, page(words));
        messages.add(Written.text(at, null, address + "\nHTTP/1.1 200 OK\n\nCafé\n" + words));
      }
      records.add(record.bytes());
    }
    try {
      return Document.binary(file(records), messages);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String page(String words) {
    return "<!doctype html><html><head><title>Caf&eacute;</title><style>p {}</style></head>"
        + "<body><p>"
        + words.replace("&", "&amp;").replace("<", "&lt;")
        + "</p></body></html>";
  }
}
