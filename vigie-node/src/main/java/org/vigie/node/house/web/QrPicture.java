package org.vigie.node.house.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A text as a picture for a phone's camera: a black and white PNG without any metadata. */
final class QrPicture {

  private static final int SIZE = 480;

  private QrPicture() {}

  static void write(String text, HttpServletResponse response) throws IOException {
    var png = png(text);
    response.setContentType("image/png");
    response.setContentLength(png.length);
    response.getOutputStream().write(png);
  }

  static byte[] png(String text) throws IOException {
    BitMatrix dots;
    try {
      dots =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  SIZE,
                  SIZE,
                  Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 2));
    } catch (WriterException tooLong) {
      throw new IllegalStateException("the text does not fit into a picture", tooLong);
    }
    var png = new ByteArrayOutputStream();
    var out = new DataOutputStream(png);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk(out, "IHDR", header());
    chunk(out, "IDAT", pixels(dots));
    chunk(out, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** One bit a pixel, grey (PNG section 11.2.2). */
  private static byte[] header() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(SIZE);
    out.writeInt(SIZE);
    out.write(new byte[] {1, 0, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static byte[] pixels(BitMatrix dots) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(bytes)) {
      for (var y = 0; y < SIZE; y++) {
        packed.write(0);
        for (var x = 0; x < SIZE; x += 8) {
          var eight = 0;
          for (var bit = 0; bit < 8; bit++) {
            eight = eight << 1 | (dots.get(x + bit, y) ? 0 : 1);
          }
          packed.write(eight);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var check = new CRC32();
    check.update(name);
    check.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) check.getValue());
  }
}
