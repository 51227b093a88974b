package org.vigie.imports;

import java.io.IOException;

/** Reads one format. Stateless: one instance reads any number of documents at once. */
public interface ExportReader {

  /** The name people give after {@code --format}. */
  String format();

  /**
   * Whether a document is in this format, told by its content and never by its name.
   *
   * @param head its first bytes, 64 KiB at most
   */
  boolean recognises(byte[] head);

  /**
   * Whether such a file is what a person exports, and not what often comes along with it, such as a
   * contact card. In an archive the former are read and the latter named.
   */
  default boolean foremost() {
    return true;
  }

  /** Whether of several numbered files the first holds the newest. */
  default boolean newestFirst() {
    return false;
  }

  /** Whether somebody may have to be asked for the order of its dates. */
  default boolean mayAsk() {
    return false;
  }

  /**
   * Whether people export the same conversation again and again, so that of several files those
   * messages are given once that are the same in all.
   */
  default boolean repeats() {
    return false;
  }

  /**
   * Reads all of it, in memory that does not grow with its length. Every byte is in the range of a
   * message or in {@link ReadReport#unparsed()}. Nothing goes to the sink before the document is
   * known to be readable.
   *
   * @throws ImportRefused if it cannot be read
   * @throws IOException if its bytes cannot be had or a message cannot be passed on
   */
  ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException;
}
