package org.vigie.imports.forms;

import java.util.List;
import java.util.stream.Stream;

/** Every form there is. */
public final class ExportForms {

  /** All forms, those of a group together. */
  public static final List<ExportForm> ALL =
      Stream.of(WhatsAppForm.all()).flatMap(List::stream).toList();

  private ExportForms() {}
}
