package org.copse.plot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The script of live plots: its source files, one concept each, joined, and carried compressed by
 * every output, so that an output works alone.
 */
final class LiveScript {

  private static final List<String> FILES =
      List.of(
          "00-dark",
          "01-distributions",
          "02-scales",
          "03-tau2",
          "04-mantel-haenszel",
          "05-pooling",
          "06-numbers",
          "07-rows",
          "08-drawing",
          "09-java",
          "10-style",
          "11-controls",
          "12-start");

  /** Unpacks the script, once a page, and starts the plots that are there. */
  private static final String UNPACK =
      "(()=>{const all=window.copseForest??={};all.ready1??=(async()=>{"
          + "const packed=Uint8Array.from(atob(\"%s\"),c=>c.charCodeAt(0));"
          + "const script=document.createElement(\"script\");"
          + "script.textContent=await new Response(new Blob([packed]).stream()"
          + ".pipeThrough(new DecompressionStream(\"gzip\"))).text();"
          + "document.head.append(script);script.remove()})();"
          + "all.ready1.then(()=>all[1]())})()";

  private static final String ELEMENT =
      "<script class=\"copse-forest-script\">"
          + UNPACK.formatted(Base64.getEncoder().encodeToString(packed(source())))
          + "</script>";

  private LiveScript() {}

  /** The script element of an output. */
  static String element() {
    return ELEMENT;
  }

  /** The whole source, comments and indentation left out. */
  static String source() {
    String joined = FILES.stream().map(LiveScript::file).collect(Collectors.joining("\n"));
    String bare =
        joined
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/**"))
            .collect(Collectors.joining("\n"));
    return "(() => {\n\"use strict\";\n" + bare + "\n})();";
  }

  private static String file(String name) {
    try (InputStream in = LiveScript.class.getResourceAsStream("live/" + name + ".js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new Best(out)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
