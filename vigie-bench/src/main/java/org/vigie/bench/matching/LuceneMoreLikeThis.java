package org.vigie.bench.matching;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.BitSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Lucene's MoreLikeThis over pieces of five letters, the 25 rarest of them, the best 100. */
final class LuceneMoreLikeThis implements Peer {

  private static final int TERMS = 25;
  private static final int MOST = 100;

  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          return new TokenStreamComponents(new NGramTokenizer(5, 5));
        }
      };
  private final LuceneFolder folder;
  private @Nullable IndexSearcher searcher;
  private @Nullable MoreLikeThis like;

  LuceneMoreLikeThis(Path folder) throws IOException {
    this.folder = new LuceneFolder(folder, new IndexWriterConfig(analyzer));
  }

  @Override
  public void add(String folded) throws IOException {
    folder.add(folded);
  }

  @Override
  public void settle() throws IOException {
    var opened = folder.settle();
    searcher = new IndexSearcher(opened);
    var query = new MoreLikeThis(opened);
    query.setAnalyzer(analyzer);
    query.setFieldNames(new String[] {LuceneFolder.FIELD});
    query.setMinTermFreq(1);
    query.setMinDocFreq(2);
    query.setMaxQueryTerms(TERMS);
    like = query;
  }

  @Override
  public BitSet query(String folded, double threshold) throws IOException {
    var found = new BitSet();
    if (searcher != null && like != null) {
      var query = like.like(LuceneFolder.FIELD, new StringReader(folded));
      for (var hit : searcher.search(query, MOST).scoreDocs) {
        found.set(hit.doc);
      }
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
