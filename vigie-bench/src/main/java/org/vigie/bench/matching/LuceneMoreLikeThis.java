package org.vigie.bench.matching;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.BitSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Lucene's MoreLikeThis over pieces of five letters, the 25 rarest of them, the best 100. */
final class LuceneMoreLikeThis implements Peer {

  private static final String FIELD = "text";
  private static final int TERMS = 25;
  private static final int MOST = 100;

  private final Directory directory;
  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          return new TokenStreamComponents(new NGramTokenizer(5, 5));
        }
      };
  private final IndexWriter writer;
  private @Nullable DirectoryReader reader;
  private @Nullable MoreLikeThis like;

  LuceneMoreLikeThis(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    var config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(128);
    config.setMergePolicy(new LogDocMergePolicy());
    writer = new IndexWriter(directory, config);
  }

  @Override
  public void add(String folded) throws IOException {
    var document = new Document();
    document.add(new TextField(FIELD, folded, Field.Store.NO));
    writer.addDocument(document);
  }

  @Override
  public void settle() throws IOException {
    writer.forceMerge(1);
    writer.commit();
    var opened = DirectoryReader.open(directory);
    reader = opened;
    var query = new MoreLikeThis(opened);
    query.setAnalyzer(analyzer);
    query.setFieldNames(new String[] {FIELD});
    query.setMinTermFreq(1);
    query.setMinDocFreq(2);
    query.setMaxQueryTerms(TERMS);
    like = query;
  }

  @Override
  public BitSet query(String folded, double threshold) throws IOException {
    var found = new BitSet();
    if (reader != null && like != null) {
      var query = like.like(FIELD, new StringReader(folded));
      for (var hit : new IndexSearcher(reader).search(query, MOST).scoreDocs) {
        found.set(hit.doc);
      }
    }
    return found;
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
