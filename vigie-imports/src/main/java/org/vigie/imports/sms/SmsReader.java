package org.vigie.imports.sms;

import java.io.IOException;
import java.util.Set;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.xml.XmlDocument;
import org.vigie.imports.xml.XmlPull;

/**
 * Backups in XML of SMS Backup &amp; Restore ({@code smses}, {@code calls}) and of Super Backup
 * ({@code allsms}, {@code alllogs}). Read by {@link XmlPull}, which knows the place of each element
 * and never keeps the attachments in them.
 */
public final class SmsReader implements ExportReader {

  private static final Set<String> ROOTS = Set.of("smses", "calls", "allsms", "alllogs");
  private static final Set<String> CALLS = Set.of("calls", "alllogs");

  @Override
  public String format() {
    return "sms";
  }

  @Override
  public boolean recognises(byte[] head) {
    return ROOTS.contains(XmlDocument.root(head));
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var records = new Records(options, sink, false);
    var backup = new SmsBackup(records, new Times(options), options.limits().messageBytes());
    try (var in = source.open(0)) {
      var pull = new XmlPull(in, options.limits().messageBytes(), Set.of("data"));
      XmlDocument.run(pull, records, source, () -> backup.all(pull));
    }
    var name = CALLS.contains(backup.root()) ? "calls-xml" : "sms-xml";
    return records.finish(name, source.length(), Times.CERTAIN);
  }
}
