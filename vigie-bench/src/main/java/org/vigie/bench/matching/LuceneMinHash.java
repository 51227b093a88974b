package org.vigie.bench.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.jspecify.annotations.Nullable;

/** Lucene's MinHash filter, 128 buckets of one hash over pieces of five letters. */
final class LuceneMinHash implements Peer {

  private static final int BUCKETS = 128;

  /** So many write one greeting. */
  private static final int MOST = 1000;

  /** Half of the share that is sought: few pairs at the threshold agree in less. */
  private static final double SLACK = 0.5;

  private final Analyzer analyzer = minHash();
  private final LuceneFolder folder;
  private @Nullable IndexSearcher searcher;

  LuceneMinHash(Path folder) throws IOException {
    var config = new IndexWriterConfig(analyzer).setSimilarity(new BooleanSimilarity());
    this.folder = new LuceneFolder(folder, config);
  }

  private static Analyzer minHash() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var pieces = new NGramTokenizer(5, 5);
        return new TokenStreamComponents(pieces, new MinHashFilter(pieces, 1, BUCKETS, 1, false));
      }
    };
  }

  @Override
  public void add(String folded) throws IOException {
    folder.add(folded);
  }

  @Override
  public void settle() throws IOException {
    searcher = new IndexSearcher(folder.settle());
    searcher.setSimilarity(new BooleanSimilarity());
    searcher.setQueryCache(null);
  }

  @Override
  public BitSet query(String folded, double threshold) throws IOException {
    var query = new BooleanQuery.Builder();
    var terms = 0;
    try (var stream = analyzer.tokenStream(LuceneFolder.FIELD, folded)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        query.add(
            new TermQuery(new Term(LuceneFolder.FIELD, term.toString())),
            BooleanClause.Occur.SHOULD);
        terms++;
      }
      stream.end();
    }
    var found = new BitSet();
    if (searcher != null && terms > 0) {
      query.setMinimumNumberShouldMatch((int) Math.max(1, SLACK * threshold * terms));
      for (var hit : searcher.search(query.build(), MOST).scoreDocs) {
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
