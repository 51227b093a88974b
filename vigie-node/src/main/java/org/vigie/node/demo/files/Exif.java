package org.vigie.node.demo.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a camera writes into a photograph (Exif 2.32, as a TIFF 6.0 structure in an APP1 segment):
 * make, model, time and place. Here to show that Vigie's copies lose it.
 */
public final class Exif {

  private static final short ASCII = 2;
  private static final short SHORT = 3;
  private static final short LONG = 4;
  private static final short RATIONAL = 5;
  private static final int ENTRY = 12;

  // Lives for one call only.
  @SuppressWarnings("ArrayRecordComponent")
  private record Field(int tag, short type, int count, byte[] value) {}

  private final byte[] segment;

  private Exif(byte[] segment) {
    this.segment = segment;
  }

  /**
   * The data of a photograph taken by an invented camera.
   *
   * @param at the local time
   * @param latitude degrees north, negative for south
   * @param longitude degrees east, negative for west
   */
  public static Exif of(LocalDateTime at, double latitude, double longitude) {
    var time = at.format(DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT));
    int mainStart = 8;
    var main =
        new ArrayList<>(
            List.of(
                text(0x010F, "Vigie Demo"),
                text(0x0110, "Window 1"),
                number(0x0112, SHORT, 1),
                text(0x0132, time)));
    var photo = List.of(text(0x9003, time), text(0x9004, time));
    var place =
        List.of(
            text(0x0001, latitude < 0 ? "S" : "N"),
            degrees(0x0002, Math.abs(latitude)),
            text(0x0003, longitude < 0 ? "W" : "E"),
            degrees(0x0004, Math.abs(longitude)));
    // Two more fields of fixed size point from the main directory to the others.
    int photoStart = mainStart + size(main) + 2 * ENTRY;
    int placeStart = photoStart + size(photo);
    main.add(number(0x8769, LONG, photoStart));
    main.add(number(0x8825, LONG, placeStart));
    var tiff = ByteBuffer.allocate(placeStart + size(place));
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(mainStart);
    directory(tiff, main);
    directory(tiff, photo);
    directory(tiff, place);
    return new Exif(tiff.array());
  }

  /**
   * The same JPEG with this data after its first marker.
   *
   * @throws IllegalArgumentException if it is no JPEG
   */
  public byte[] into(byte[] jpeg) {
    if (jpeg.length < 2 || (jpeg[0] & 0xFF) != 0xFF || (jpeg[1] & 0xFF) != 0xD8) {
      throw new IllegalArgumentException("not a JPEG");
    }
    var out = ByteBuffer.allocate(jpeg.length + segment.length + 10);
    out.putShort((short) 0xFFD8).putShort((short) 0xFFE1).putShort((short) (segment.length + 8));
    out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(segment);
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }

  private static void directory(ByteBuffer tiff, List<Field> fields) {
    int beyond = tiff.position() + 2 + ENTRY * fields.size() + 4;
    tiff.putShort((short) fields.size());
    for (var field : fields) {
      tiff.putShort((short) field.tag()).putShort(field.type()).putInt(field.count());
      if (field.value().length <= 4) {
        tiff.put(field.value()).put(new byte[4 - field.value().length]);
      } else {
        tiff.putInt(beyond).put(beyond, field.value());
        beyond += even(field.value().length);
      }
    }
    tiff.putInt(0).position(beyond);
  }

  private static int size(List<Field> fields) {
    int size = 2 + 4 + ENTRY * fields.size();
    for (var field : fields) {
      size += field.value().length <= 4 ? 0 : even(field.value().length);
    }
    return size;
  }

  private static int even(int length) {
    return length + length % 2;
  }

  private static Field text(int tag, String text) {
    var value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    return new Field(tag, ASCII, value.length, value);
  }

  private static Field number(int tag, short type, int value) {
    var bytes =
        type == SHORT
            ? ByteBuffer.allocate(2).putShort((short) value)
            : ByteBuffer.allocate(4).putInt(value);
    return new Field(tag, type, 1, bytes.array());
  }

  private static Field degrees(int tag, double degrees) {
    long hundredths = Math.round(degrees * 360_000);
    var value = ByteBuffer.allocate(24);
    value.putInt((int) (hundredths / 360_000)).putInt(1);
    value.putInt((int) (hundredths / 6_000 % 60)).putInt(1);
    value.putInt((int) (hundredths % 6_000)).putInt(100);
    return new Field(tag, RATIONAL, 3, value.array());
  }
}
