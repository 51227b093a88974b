package org.vigie.node.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.StoreTrouble;

/**
 * The node's database: SQLite in the home, or PostgreSQL where {@code VIGIE_DATABASE_URL} points.
 * Its schema is brought up to date when it is opened. Trouble is an {@link UncheckedIOException}.
 * Safe for use by several threads.
 */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int CHECKPOINTS = 5;
  private static final String SQLITE_LAYOUT = "without rowid";

  private final HikariDataSource source;
  private final @Nullable Path file;
  private final JdbcClient client;
  private final JdbcTemplate batches;
  private final TransactionTemplate transactions;

  private Database(HikariDataSource source, @Nullable Path file) {
    this.source = source;
    this.file = file;
    client = JdbcClient.create(source);
    batches = new JdbcTemplate(source);
    transactions = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /**
   * Opens the database at {@code url}, or the embedded one in {@code home} if it is blank.
   *
   * @throws IOException if the file cannot be made
   */
  public static Database open(Home home, String url) throws IOException {
    return url.isBlank() ? embedded(home.database()) : at(url);
  }

  /** Opens the SQLite file {@code file}, which is made if it is missing. */
  public static Database embedded(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    Home.ownerOnly(file);
    var pool = pool();
    pool.setDataSource(new SqliteSource(file));
    var database = new Database(pool, file);
    database.requireErasing();
    database.migrate(SQLITE_LAYOUT);
    return database;
  }

  /** Opens the PostgreSQL database at a JDBC address. */
  public static Database at(String url) {
    var pool = pool();
    pool.setJdbcUrl(url);
    var database = new Database(pool, null);
    database.migrate("");
    return database;
  }

  private static HikariDataSource pool() {
    var pool = new HikariDataSource();
    pool.setPoolName("vigie");
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    return pool;
  }

  private void migrate(String layout) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(Map.of("layout", layout))
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  private void requireErasing() {
    if (!"1".equals(pragma("secure_delete"))) {
      close();
      throw new IllegalStateException("SQLite keeps deleted rows: secure_delete is off");
    }
  }

  /** The value of a SQLite setting, as text. */
  String pragma(String name) {
    return run(() -> client.sql("pragma " + name).query((row, n) -> row.getString(1)).single());
  }

  JdbcClient sql() {
    return client;
  }

  JdbcTemplate batches() {
    return batches;
  }

  DataSource source() {
    return source;
  }

  /** Runs {@code work}; trouble with the database becomes an {@link UncheckedIOException}. */
  <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException | TransactionException trouble) {
      throw new UncheckedIOException(new StoreTrouble(kind(trouble), trouble));
    }
  }

  private StoreTrouble.Kind kind(Throwable trouble) {
    var where = file;
    var kind = SqlTrouble.kind(trouble);
    return kind == StoreTrouble.Kind.BROKEN && where != null
        ? StoreTrouble.writing(where.toAbsolutePath(), trouble).kind()
        : kind;
  }

  /** Runs {@code work} in one transaction, which is undone if it answers false or throws. */
  boolean attempt(Supplier<Boolean> work) {
    return run(() ->
        Boolean.TRUE.equals(
            transactions.execute(status -> {
              var done = work.get();
              if (!done) {
                status.setRollbackOnly();
              }
              return done;
            })));
  }

  /**
   * Makes SQLite write its log back and empty it, so that what was deleted is nowhere in the files.
   * Does nothing on PostgreSQL, where erasure is the destruction of a key.
   */
  void settle() {
    if (file == null) {
      return;
    }
    for (var attempt = 0; attempt < CHECKPOINTS; attempt++) {
      if ("0".equals(pragma("wal_checkpoint(truncate)"))) {
        return;
      }
    }
  }

  /**
   * Writes a consistent copy of the running embedded database, sealed rows as they are, into the
   * new file {@code copy}.
   *
   * @throws UnsupportedOperationException on PostgreSQL, which has {@code pg_dump}
   */
  public void copyTo(Path copy) {
    if (file == null) {
      throw new UnsupportedOperationException("PostgreSQL is backed up with pg_dump");
    }
    run(() -> client.sql("vacuum into ?").param(copy.toString()).update());
  }

  /** Whether this is the SQLite file in the home. */
  public boolean isEmbedded() {
    return file != null;
  }

  /** Whether it answers now. */
  public boolean ready() {
    try {
      return client.sql("select 1").query(Integer.class).single() == 1;
    } catch (DataAccessException unreachable) {
      return false;
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
