package org.copse.notebook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.copse.plot.Plot;
import org.copse.report.HtmlPage;
import org.copse.report.HtmlTable;

/**
 * Values outside a notebook, in jshell or a program: the same HTML as in a notebook, as a page of
 * its own in the browser.
 *
 * <pre>{@code org.copse.notebook.Shown.open(fit)}</pre>
 */
public final class Shown {

  private static final Pattern LIVE =
      Pattern.compile("<script [^>]*class=\"copse-forest-(script|data)\"[^>]*>[^<]*</script>");

  private Shown() {}

  /**
   * Shows a value in the browser; without a screen, prints where the page is.
   *
   * @param value any value: a fit, a plot, a figure (as its still picture), a table, a list of them
   * @return the page's file, temporary
   */
  public static Path open(Object value) {
    return HtmlPage.open(page(value));
  }

  /**
   * The page of a value.
   *
   * @param value any value
   * @return a self-contained HTML document
   */
  public static String page(Object value) {
    Map<String, Object> bundle = Displays.bundle(value);
    String plain = (String) bundle.get(Mime.PLAIN);
    String pre = "<pre>" + HtmlTable.escape(plain) + "</pre>";
    // of a live plot the picture: its script changes nothing that a page without a notebook needs
    String body = LIVE.matcher((String) bundle.getOrDefault(Mime.HTML, pre)).replaceAll("");
    boolean sorts = body.contains(TableScript.ELEMENT);
    return HtmlPage.of(title(value), body, sorts ? List.of(TableScript.TEXT) : List.of());
  }

  private static String title(Object value) {
    return value instanceof Plot plot
        ? plot.title()
        : value == null ? "null" : value.getClass().getSimpleName();
  }
}
