package org.vigie.bench.matching;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** A Lucene index of texts in a folder, in one segment once it is settled. */
final class LuceneFolder implements AutoCloseable {

  static final String FIELD = "text";

  private final Directory directory;
  private final IndexWriter writer;
  private @Nullable DirectoryReader reader;

  LuceneFolder(Path folder, IndexWriterConfig config) throws IOException {
    directory = FSDirectory.open(folder);
    // Neighbours only, so that documents keep their order
    config.setRAMBufferSizeMB(128).setMergePolicy(new LogDocMergePolicy());
    writer = new IndexWriter(directory, config);
  }

  void add(String folded) throws IOException {
    var document = new Document();
    document.add(new TextField(FIELD, folded, Field.Store.NO));
    writer.addDocument(document);
  }

  /** What was added, to be searched. */
  DirectoryReader settle() throws IOException {
    writer.forceMerge(1);
    writer.commit();
    var opened = DirectoryReader.open(directory);
    reader = opened;
    return opened;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    writer.close();
    directory.close();
  }
}
