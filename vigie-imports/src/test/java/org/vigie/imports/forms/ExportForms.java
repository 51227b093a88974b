package org.vigie.imports.forms;

import java.util.List;
import java.util.stream.Stream;

/** Every form there is. */
public final class ExportForms {

  /** All forms, those of a group together. */
  public static final List<ExportForm> ALL =
      Stream.<List<ExportForm>>of(
              WhatsAppForm.all(),
              TelegramForm.all(),
              PageForm.all(),
              SignalForm.all(),
              CommunityForm.all(),
              SmsForm.all(),
              List.of(new CallListForm()),
              CallTableForm.all(),
              CardForm.all(),
              MetaForm.all(),
              DirectMessagesForm.all(),
              LineForm.all(),
              ViberForm.all(),
              MailForm.all(),
              LetterForm.all(),
              SavedPageForm.all(),
              WarcForm.all(),
              List.of(new PdfForm()),
              List.of(new WordForm()),
              List.of(new OpenForm()))
          .flatMap(List::stream)
          .toList();

  private ExportForms() {}
}
