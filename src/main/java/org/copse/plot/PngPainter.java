package org.copse.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.ExternalResourceSecurity;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.bridge.NoLoadExternalResourceSecurity;
import org.apache.batik.bridge.NoLoadScriptSecurity;
import org.apache.batik.bridge.ScriptSecurity;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.gvt.CompositeGraphicsNode;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.batik.util.ParsedURL;
import org.apache.batik.util.XMLResourceDescriptor;
import org.w3c.dom.Document;

/**
 * Paints an SVG in pixels, on white, strip by strip.
 *
 * <p>Batik's transcoder gives the same pixels, but cuts every text off at the edges of the canvas
 * by a scan of all its rows: a minute for 500 studies in print. Here the canvas has no such edges,
 * as the image has them.
 */
final class PngPainter {

  /** Pixels of a strip; only pictures far larger than a page have more than one. */
  private static final int STRIP = 1 << 24;

  private PngPainter() {}

  static byte[] png(String svg, int width, int height, float scale, int dpi) {
    return png(svg, width, height, scale, dpi, Math.max(1, Math.min(height, STRIP / width)));
  }

  /** The same whatever the number of rows of a strip. */
  static byte[] png(String svg, int width, int height, float scale, int dpi, int rows) {
    GraphicsNode root = tree(svg);
    PngEncoder file = new PngEncoder(width, height, dpi);
    BufferedImage strip = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
    for (int top = 0; top < height; top += rows) {
      paint(root, strip, top, scale);
      file.rows(pixels, Math.min(rows, height - top));
    }
    return file.finish();
  }

  private static void paint(GraphicsNode root, BufferedImage strip, int top, float scale) {
    Graphics2D graphics = strip.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, strip.getWidth(), strip.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.translate(0, -top);
    graphics.scale(scale, scale);
    root.paint(graphics);
    graphics.dispose();
  }

  private static GraphicsNode tree(String svg) {
    String parser = XMLResourceDescriptor.getXMLParserClassName();
    try {
      BridgeContext context = new BridgeContext(new Closed());
      context.setDynamicState(BridgeContext.STATIC);
      Document document =
          new SAXSVGDocumentFactory(parser)
              .createDocument("file:///plot.svg", new StringReader(svg));
      GraphicsNode root = new GVTBuilder().build(context, document);
      for (Object canvas : ((CompositeGraphicsNode) root).getChildren()) {
        ((GraphicsNode) canvas).setClip(null);
      }
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fetches nothing and runs nothing, whatever an SVG names. */
  private static final class Closed extends UserAgentAdapter {

    @Override
    public ScriptSecurity getScriptSecurity(String type, ParsedURL script, ParsedURL document) {
      return new NoLoadScriptSecurity(type);
    }

    @Override
    public ExternalResourceSecurity getExternalResourceSecurity(
        ParsedURL resource, ParsedURL document) {
      return new NoLoadExternalResourceSecurity();
    }

    @Override
    public void displayError(Exception e) {
      throw new IllegalStateException("Cannot draw a PNG: " + e.getMessage(), e);
    }
  }
}
