package org.copse.plot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a PNG from above, some rows at a time, so that a tall picture never lies in memory whole:
 * eight bits of red, green and blue (ISO/IEC 15948).
 */
final class PngEncoder {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final double INCHES_PER_METRE = 1 / 0.0254;
  private static final int SUB = 1;
  private static final int UP = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final Deflater deflater = new Deflater();
  private final DeflaterOutputStream data = new DeflaterOutputStream(packed, deflater, 1 << 16);
  private final int width;
  private byte[] row;
  private byte[] above;
  private final byte[] sub;
  private final byte[] up;

  PngEncoder(int width, int height, int dpi) {
    this.width = width;
    this.row = new byte[3 * width];
    this.above = new byte[3 * width];
    this.sub = new byte[3 * width + 1];
    this.up = new byte[3 * width + 1];
    sub[0] = SUB;
    up[0] = UP;
    out.writeBytes(SIGNATURE);
    byte[] kind = {8, 2, 0, 0, 0};
    chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(kind).array());
    chunk("sRGB", new byte[] {0});
    int perMetre = (int) Math.round(dpi * INCHES_PER_METRE);
    byte inMetres = 1;
    chunk("pHYs", ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put(inMetres).array());
  }

  /** The next rows, pixels as 0xRRGGBB. */
  void rows(int[] rgb, int count) {
    for (int r = 0; r < count; r++) {
      for (int i = 0; i < width; i++) {
        int pixel = rgb[r * width + i];
        row[3 * i] = (byte) (pixel >> 16);
        row[3 * i + 1] = (byte) (pixel >> 8);
        row[3 * i + 2] = (byte) pixel;
      }
      write();
      byte[] done = row;
      row = above;
      above = done;
    }
  }

  /** A row as differences from its left or from above, whichever are the smaller. */
  private void write() {
    byte[] filtered = up;
    if (Arrays.equals(row, above)) {
      Arrays.fill(up, 1, up.length, (byte) 0);
    } else {
      long difference = 0;
      for (int i = 0; i < row.length; i++) {
        up[i + 1] = (byte) (row[i] - above[i]);
        sub[i + 1] = (byte) (row[i] - (i < 3 ? 0 : row[i - 3]));
        difference += Math.abs(sub[i + 1]) - Math.abs(up[i + 1]);
      }
      filtered = difference < 0 ? sub : up;
    }
    try {
      data.write(filtered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole file, after the last row. */
  byte[] finish() {
    try {
      data.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    chunk("IDAT", packed.toByteArray());
    chunk("IEND", new byte[0]);
    return out.toByteArray();
  }

  private void chunk(String name, byte[] content) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(type);
    check.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(type);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
