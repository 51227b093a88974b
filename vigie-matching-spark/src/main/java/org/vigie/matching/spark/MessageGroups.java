package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.vigie.matching.join.DisjointSets;
import org.vigie.matching.join.Group;
import org.vigie.matching.join.MatchLines;
import org.vigie.matching.join.Reason;

/**
 * The groups that messages hang together in. Whoever gave the job out puts them together: nine
 * bytes a line there, and of messages nothing but the numbers of their lines. At most two thousand
 * million lines.
 */
final class MessageGroups {

  private static final StructType MEMBERS =
      Rows.schema()
          .with(IntegerType, "group")
          .with(LongType, "number")
          .with(StringType, "id")
          .type();

  private MessageGroups() {}

  /** In which group the message of each line is. */
  private static final class Grouped implements Serializable {

    private static final long serialVersionUID = 1L;

    /** By the number of the line; 0 for none. */
    private final int[] groups;

    /** The bits of the reasons, by the number of the group. */
    private final byte[] because;

    private Grouped(int[] groups, byte[] because) {
      this.groups = groups;
      this.because = because;
    }

    /** Groups are numbered in the order of their first messages. */
    private static Grouped of(DisjointSets sets, byte[] reasons) {
      var groups = new int[reasons.length];
      for (var line = 0; line < groups.length; line++) {
        var first = sets.first(line);
        if (first != line) {
          groups[first] = 1;
          reasons[first] |= reasons[line];
        }
      }
      var count = 0;
      var because = new byte[reasons.length];
      for (var line = 0; line < groups.length; line++) {
        var first = sets.first(line);
        if (first == line && groups[line] > 0) {
          groups[line] = ++count;
          because[count] = reasons[line];
        }
        groups[line] = groups[first];
      }
      return new Grouped(groups, Arrays.copyOf(because, count + 1));
    }
  }

  /**
   * A line for each group of {@code messages}.
   *
   * @param ties of their numbers, by {@link MessageTies}
   */
  static Dataset<String> lines(Dataset<Row> messages, Dataset<Row> ties, Broadcast<byte[]> key) {
    var spark = JavaSparkContext.fromSparkContext(messages.sparkSession().sparkContext());
    var last = messages.agg(max("number")).head().getLong(0);
    var grouped = spark.broadcast(grouped(ties, Math.toIntExact(last)));
    var members =
        Rows.flat(
            messages.select("number", "id"),
            key,
            MEMBERS,
            veil -> row -> member(row, grouped.value()));
    var groups =
        members
            .groupBy("group")
            .agg(sort_array(collect_list(struct("number", "id"))).as("members"));
    return Rows.flat(
        groups, key, Encoders.STRING(), veil -> row -> List.of(line(row, grouped.value())));
  }

  private static Grouped grouped(Dataset<Row> ties, int last) {
    var sets = new DisjointSets(last + 1);
    var reasons = new byte[last + 1];
    var kept = ties.persist(StorageLevel.MEMORY_AND_DISK());
    // All parts at once: reading them one after the other would make them one after the other, too
    if (kept.count() > 0) {
      kept.toLocalIterator()
          .forEachRemaining(tie -> {
            var a = Math.toIntExact(tie.<Long>getAs("a"));
            sets.join(a, Math.toIntExact(tie.<Long>getAs("b")));
            reasons[a] |= tie.<Integer>getAs("because").byteValue();
          });
    }
    kept.unpersist();
    return Grouped.of(sets, reasons);
  }

  private static List<Row> member(Row message, Grouped grouped) {
    var number = message.getLong(0);
    var group = grouped.groups[Math.toIntExact(number)];
    return group == 0 ? List.of() : List.of(RowFactory.create(group, number, message.getString(1)));
  }

  private static String line(Row row, Grouped grouped) {
    var group = row.getInt(0);
    var ids = row.<Row>getList(1).stream().map(member -> member.getString(1)).toList();
    var out = new StringWriter();
    new MatchLines(out).write(new Group(group, ids, Reason.ofBits(grouped.because[group])));
    return out.toString().stripTrailing();
  }
}
