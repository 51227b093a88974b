package org.vigie.node.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vigie.matching.campaign.CampaignView;
import org.vigie.matching.campaign.Continuity;
import org.vigie.matching.campaign.Means;
import org.vigie.matching.campaign.Sighting;
import org.vigie.matching.campaign.Since;
import org.vigie.matching.campaign.Threshold;
import org.vigie.seal.Digests;

/**
 * What the campaigns of a round rest on, as it lies sealed by the node for itself. Cases, people,
 * caseworkers and things shared are numbers of this round; what it keeps of incidents is the random
 * identifier by which they can be taken back. Numbers of things shared follow their digests, so
 * that the place of a star tells nothing of who came first, and nobody's going moves it.
 *
 * @param highest the highest number a campaign ever had
 * @param groups the campaigns
 */
record CampaignBasis(int highest, List<Group> groups) {

  static final CampaignBasis NONE = new CampaignBasis(0, List.of());

  private static final int VERSION = 2;

  /** Without since when campaigns are. */
  private static final int BEFORE = 1;

  private static final int LONGEST = 10_000_000;

  /**
   * A campaign.
   *
   * @param number from 1
   * @param merged numbers of campaigns that came into it
   * @param from the number of the campaign it was split from, or 0
   * @param sightings of this round
   * @param until last day of consent by identifier, where there is one
   * @param since when so many people as the number says took part, as found in the first round in
   *     which there were so many
   */
  record Group(
      int number,
      List<Integer> merged,
      int from,
      List<Sighting> sightings,
      Map<String, Long> until,
      Map<Integer, Since> since) {

    /** A campaign as found in a round, which goes on {@code before} if it is the same one. */
    static Group found(
        Continuity.Named name,
        List<Sighting> sightings,
        Map<String, Long> until,
        Map<Integer, Since> before) {
      var since = new TreeMap<>(since(sightings));
      since.putAll(before);
      return new Group(name.number(), name.merged(), name.from(), sightings, until, since);
    }

    private static Map<Integer, Since> since(List<Sighting> sightings) {
      var since = new TreeMap<Integer, Since>();
      for (var people : CampaignAddress.PEOPLE) {
        Since.of(sightings, new Threshold(people)).ifPresent(when -> since.put(people, when));
      }
      return since;
    }

    /** What may be said of what still stands of it; nothing if that is too few. */
    Optional<CampaignView> view(Predicate<String> counts, long today, Threshold threshold) {
      var standing = standing(counts, today);
      var when = since.get(threshold.people());
      return when == null ? Optional.empty() : CampaignView.of(standing, threshold, when);
    }

    /** It without what {@code counts} no longer or whose consent ended before {@code today}. */
    List<Sighting> standing(Predicate<String> counts, long today) {
      return sightings.stream()
          .filter(sighting ->
              until.getOrDefault(sighting.id(), Long.MAX_VALUE) >= today
                  && counts.test(sighting.id()))
          .toList();
    }

    Set<String> members() {
      var members = new TreeSet<String>();
      sightings.forEach(sighting -> members.add(sighting.id()));
      return members;
    }
  }

  /** Since when the campaign of this number is, as far as it was found before. */
  Map<Integer, Since> since(int number) {
    return groups.stream()
        .filter(group -> group.number() == number)
        .findFirst()
        .map(Group::since)
        .orElse(Map.of());
  }

  byte[] encoded() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeInt(highest);
      out.writeInt(groups.size());
      for (var group : groups) {
        out.writeInt(group.number());
        write(out, group.merged().stream().map(number -> Integer.toString(number)).toList());
        out.writeInt(group.from());
        out.writeInt(group.since().size());
        for (var when : new TreeMap<>(group.since()).entrySet()) {
          out.writeInt(when.getKey());
          out.writeInt(when.getValue().year());
          out.writeInt(when.getValue().quarter());
        }
        write(out, group);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Group group) throws IOException {
    var names = new Numbers();
    var traces = traces(group.sightings());
    out.writeInt(group.sightings().size());
    for (var sighting : group.sightings()) {
      out.writeUTF(sighting.id());
      out.writeLong(sighting.day());
      out.writeLong(group.until().getOrDefault(sighting.id(), Long.MAX_VALUE));
      out.writeUTF(names.of("file/" + sighting.file()));
      write(out, names.of("person/", sighting.persons()));
      write(out, names.of("helper/", sighting.helpers()));
      write(out, sighting.acts());
      out.writeInt(sighting.traces().size());
      for (var trace : new TreeSet<>(sighting.traces().keySet())) {
        out.writeUTF(traces.getOrDefault(trace, ""));
        out.writeUTF(sighting.traces().getOrDefault(trace, Means.ALIAS).name());
      }
    }
  }

  /** Numbers of all that is shared, in the order of digests, as long as each other. */
  private static Map<String, String> traces(List<Sighting> sightings) {
    var digests = new TreeMap<String, String>();
    for (var sighting : sightings) {
      for (var trace : sighting.traces().keySet()) {
        digests.put(HexFormat.of().formatHex(Digests.sha256(trace.getBytes(UTF_8))), trace);
      }
    }
    var numbers = new HashMap<String, String>();
    for (var trace : digests.values()) {
      numbers.put(trace, HexFormat.of().toHexDigits(numbers.size()));
    }
    return numbers;
  }

  /** Numbers in the place of digests. */
  private static final class Numbers {

    private final Map<String, String> known = new HashMap<>();

    String of(String name) {
      return known.computeIfAbsent(name, n -> Integer.toString(known.size()));
    }

    List<String> of(String kind, Collection<String> names) {
      return names.stream().sorted().map(name -> of(kind + name)).toList();
    }
  }

  private static void write(DataOutputStream out, Collection<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (var text : texts) {
      out.writeUTF(text);
    }
  }

  static CampaignBasis parse(byte[] encoded) {
    try (var in = new DataInputStream(new ByteArrayInputStream(encoded))) {
      var version = in.readByte();
      if (version != VERSION && version != BEFORE) {
        throw new IllegalArgumentException("campaigns of another version");
      }
      var highest = in.readInt();
      var groups = new ArrayList<Group>();
      for (var left = count(in); left > 0; left--) {
        groups.add(group(in, version));
      }
      return new CampaignBasis(highest, List.copyOf(groups));
    } catch (IOException shortened) {
      throw new IllegalArgumentException("no campaigns", shortened);
    }
  }

  private static Group group(DataInputStream in, int version) throws IOException {
    var number = in.readInt();
    var merged = texts(in).stream().map(Integer::valueOf).toList();
    var from = in.readInt();
    var since = new TreeMap<Integer, Since>();
    for (var left = version == BEFORE ? 0 : count(in); left > 0; left--) {
      since.put(in.readInt(), new Since(in.readInt(), in.readInt()));
    }
    var sightings = new ArrayList<Sighting>();
    var until = new HashMap<String, Long>();
    for (var left = count(in); left > 0; left--) {
      var id = in.readUTF();
      var day = in.readLong();
      until.put(id, in.readLong());
      var file = in.readUTF();
      var persons = Set.copyOf(texts(in));
      var helpers = Set.copyOf(texts(in));
      var acts = Set.copyOf(texts(in));
      sightings.add(new Sighting(id, day, file, persons, helpers, traces(in), acts));
    }
    var name = new Continuity.Named(number, until.keySet(), merged, from);
    return Group.found(name, List.copyOf(sightings), Map.copyOf(until), since);
  }

  private static Map<String, Means> traces(DataInputStream in) throws IOException {
    var traces = new HashMap<String, Means>();
    for (var left = count(in); left > 0; left--) {
      traces.put(in.readUTF(), Means.valueOf(in.readUTF()));
    }
    return traces;
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    var texts = new ArrayList<String>();
    for (var left = count(in); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return List.copyOf(texts);
  }

  private static int count(DataInputStream in) throws IOException {
    var count = in.readInt();
    if (count < 0 || count > LONGEST) {
      throw new IllegalArgumentException("no campaigns");
    }
    return count;
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return "CampaignBasis[" + groups.size() + "]";
  }
}
