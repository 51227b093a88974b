package org.vigie.typeset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.kernel.Language;

/**
 * What is to be set. The same document gives the same bytes.
 *
 * @param title shown in the window's title and the metadata
 * @param language language of the document and of its page numbers (French or English)
 * @param date the only date the file will carry
 * @param head one line at the top of every page; empty for none
 * @param blocks what it says, in order
 * @param attachments files it carries
 */
public record Document(
    String title,
    Language language,
    Instant date,
    String head,
    List<Block> blocks,
    List<Attachment> attachments) {

  /** Copies the lists. */
  public Document {
    blocks = List.copyOf(blocks);
    attachments = List.copyOf(attachments);
  }

  /** Starts an empty document. */
  public static Builder titled(String title, Language language, Instant date) {
    return new Builder(title, language, date);
  }

  /** Collects blocks in order; not safe for several threads. */
  public static final class Builder {

    private final String title;
    private final Language language;
    private final Instant date;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private String head = "";

    private Builder(String title, Language language, Instant date) {
      this.title = title;
      this.language = language;
      this.date = date;
    }

    /** One line at the top of every page. */
    public Builder head(String line) {
      head = line;
      return this;
    }

    /** Adds blocks. */
    public Builder add(Block... more) {
      blocks.addAll(List.of(more));
      return this;
    }

    /** Adds a heading in the document's language. */
    public Builder heading(int level, String words) {
      return add(new Block.Heading(level, Text.of(language, words)));
    }

    /** Adds a paragraph in the document's language. */
    public Builder paragraph(String words) {
      return add(new Block.Paragraph(Text.of(language, words)));
    }

    /** Adds a file to carry. */
    public Builder attach(Attachment file) {
      attachments.add(file);
      return this;
    }

    /** The document so far. */
    public Document build() {
      return new Document(title, language, date, head, blocks, attachments);
    }
  }
}
