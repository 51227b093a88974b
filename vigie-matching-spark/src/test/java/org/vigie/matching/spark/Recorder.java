package org.vigie.matching.spark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.DeserializationStream;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.SerializationStream;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag;

/**
 * Spark's own way of writing what processes hand to each other (broadcasts, results, what a
 * reduction adds up), keeping a copy of all that is written.
 */
public final class Recorder extends JavaSerializer {

  private static final long serialVersionUID = 1L;
  private static final ByteArrayOutputStream TAKEN = new ByteArrayOutputStream();
  private static volatile boolean keeps;

  /** For Spark, which reads it where tasks run. */
  public Recorder() {
    this(new SparkConf());
  }

  /** For Spark, which makes it by the name of its class. */
  public Recorder(SparkConf settings) {
    super(settings);
  }

  /** Begins to keep what is written. */
  static void begin() {
    TAKEN.reset();
    keeps = true;
  }

  /** Everything written since {@link #begin}, a character each byte; keeps nothing from now on. */
  static String taken() {
    keeps = false;
    return TAKEN.toString(ISO_8859_1);
  }

  private static void keep(byte[] bytes, int from, int count) {
    if (keeps) {
      TAKEN.write(bytes, from, count);
    }
  }

  @Override
  public SerializerInstance newInstance() {
    return new Recording(super.newInstance());
  }

  private static final class Recording extends SerializerInstance {

    private final SerializerInstance spark;

    Recording(SerializerInstance spark) {
      this.spark = spark;
    }

    @Override
    public <T> ByteBuffer serialize(T value, ClassTag<T> type) {
      var written = spark.serialize(value, type);
      var copy = new byte[written.remaining()];
      written.duplicate().get(copy);
      keep(copy, 0, copy.length);
      return written;
    }

    @Override
    public SerializationStream serializeStream(OutputStream out) {
      return spark.serializeStream(new Copying(out));
    }

    @Override
    public <T> T deserialize(ByteBuffer bytes, ClassTag<T> type) {
      return spark.deserialize(bytes, type);
    }

    @Override
    public <T> T deserialize(ByteBuffer bytes, ClassLoader loader, ClassTag<T> type) {
      return spark.deserialize(bytes, loader, type);
    }

    @Override
    public DeserializationStream deserializeStream(InputStream in) {
      return spark.deserializeStream(in);
    }
  }

  private static final class Copying extends FilterOutputStream {

    Copying(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      keep(new byte[] {(byte) one}, 0, 1);
      out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      keep(bytes, from, count);
      out.write(bytes, from, count);
    }
  }
}
