package org.copse.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A Javadoc comment as plain text: tags become words, paragraphs and lists lines. */
final class JavadocText {

  private static final Pattern INLINE = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*(?:\\{[^{}]*}[^{}]*)*)}");
  private static final Pattern LINK = Pattern.compile("\\{@(?:link|linkplain|value)\\s+([^\\s}]+)(?:\\s+([^}]*))?}");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(param|return|throws|exception|see|since)\\s+");
  private static final int WIDTH = 100;

  private JavadocText() {}

  static String plain(String javadoc) {
    String text = javadoc.replace("\r", "");
    text = LINK.matcher(text).replaceAll(m -> quoted(m.group(2) == null || m.group(2).isBlank() ? m.group(1).replaceFirst("^#", "").replace('#', '.') : m.group(2)));
    // Held back as private-use characters, so that a < in code is not taken for a tag.
    text = INLINE.matcher(text).replaceAll(m -> quoted(m.group(1).replace('<', '\ue000').replace('>', '\ue001').replace('&', '\ue002')));
    text = BLOCK.matcher(text).replaceAll(m -> quoted("\n\n" + label(m.group(1))));
    text = text.replaceAll("(?i)\\s*<p>\\s*|\\s*</?(?:ul|ol|table|pre)[^>]*>\\s*", "\n\n").replaceAll("(?i)\\s*<li>\\s*", "\n  - ").replaceAll("(?i)\\s*<(?:br|tr)[^>]*>\\s*", "\n");
    text = unescaped(TAG.matcher(text).replaceAll(""));
    return wrapped(text.replace('\ue000', '<').replace('\ue001', '>').replace('\ue002', '&'));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String label(String tag) {
    return switch (tag) {
      case "param" -> "Parameter ";
      case "return" -> "Returns ";
      case "throws", "exception" -> "Throws ";
      case "see" -> "See ";
      default -> "Since ";
    };
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  private static String unescaped(String text) {
    String named = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&times;", "\u00d7")
        .replace("&minus;", "\u2212").replace("&tau;", "\u03c4").replace("&chi;", "\u03c7").replace("&sup2;", "\u00b2")
        .replace("&le;", "\u2264").replace("&ge;", "\u2265").replace("&mdash;", "\u2014").replace("&ndash;", "\u2013")
        .replace("&radic;", "\u221a").replace("&Sigma;", "\u03a3").replace("&middot;", "\u00b7").replace("&quot;", "\"");
    String numbered = Pattern.compile("&#(x?)([0-9a-fA-F]+);").matcher(named)
        .replaceAll(m -> quoted(Character.toString(Integer.parseInt(m.group(2), m.group(1).isEmpty() ? 10 : 16))));
    return numbered.replace("&amp;", "&");
  }

  private static String wrapped(String text) {
    List<String> lines = new ArrayList<>();
    for (String block : text.strip().split("\n\\s*\n+|\n(?=  - )")) {
      String indent = block.startsWith("  - ") ? "    " : "";
      StringBuilder line = new StringBuilder(indent.isEmpty() ? "" : "  -");
      for (String word : block.strip().replaceFirst("^- ", "").split("\\s+")) {
        if (line.length() + 1 + word.length() > WIDTH && line.length() > indent.length()) {
          lines.add(line.toString());
          line = new StringBuilder(indent).append(word);
        } else {
          line.append(line.isEmpty() ? "" : " ").append(word);
        }
      }
      lines.add(line.toString());
      if (indent.isEmpty()) lines.add("");
    }
    return String.join("\n", lines).strip();
  }
}
