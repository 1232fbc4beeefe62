package org.copse.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style attributes of our own HTML as classes of one style sheet, which a page's policy can
 * allow by its hash. In HTML of ours every text is escaped, so that a quote ends an attribute.
 */
final class StyleClasses {

  /** Scripts are left as they are, because their hash is known elsewhere. */
  private static final Pattern PARTS =
      Pattern.compile("(?s)<script.*?</script>|<[a-z][^>]*? style=\"([^\"]*)\"");

  private static final Pattern CLASS = Pattern.compile(" class=\"([^\"]*)\"");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final String html;

  StyleClasses(String html) {
    this.html = PARTS.matcher(html).replaceAll(m -> Matcher.quoteReplacement(part(m)));
  }

  private String part(MatchResult found) {
    String css = found.group(1);
    if (css == null) {
      return found.group();
    }
    String name = names.computeIfAbsent(css, c -> "copse-s" + (names.size() + 1));
    String tag = found.group().substring(0, found.start(1) - found.start() - " style=\"".length());
    Matcher own = CLASS.matcher(tag);
    return own.find()
        ? own.replaceFirst(
            m -> Matcher.quoteReplacement(" class=\"%s %s\"".formatted(m.group(1), name)))
        : tag + " class=\"" + name + "\"";
  }

  /** The HTML without style attributes. */
  String html() {
    return html;
  }

  /** The style sheet of the classes. */
  String sheet() {
    StringBuilder sheet = new StringBuilder();
    names.forEach(
        (css, name) -> sheet.append('.').append(name).append('{').append(css).append('}'));
    return sheet.toString();
  }
}
