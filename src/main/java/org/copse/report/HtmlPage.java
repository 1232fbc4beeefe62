package org.copse.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Self-contained HTML pages, for where there is no notebook: nothing is loaded from anywhere, and a
 * content security policy lets the page's own scripts and styles in by their hash and no other.
 */
public final class HtmlPage {

  private static final String STYLE =
      "body{font-family:system-ui,sans-serif;margin:24px;color:#1a1a1a;background:#fff}";

  private HtmlPage() {}

  /**
   * Writes a page.
   *
   * @param title its title, any text
   * @param body HTML, its texts already escaped
   * @param scripts the contents of the script elements in the body that may run
   * @return the whole document
   */
  public static String of(String title, String body, List<String> scripts) {
    StyleClasses classes = new StyleClasses(body);
    String style = STYLE + classes.sheet();
    String allowed = scripts.stream().map(HtmlPage::source).collect(Collectors.joining(" "));
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        %s
        </body>
        </html>
        """
        .formatted(
            allowed.isEmpty() ? "'none'" : allowed,
            source(style),
            HtmlTable.escape(VisibleText.of(title)),
            style,
            classes.html());
  }

  /**
   * Writes a page to a temporary file and opens it in the browser: the program that the environment
   * variable {@code BROWSER} names, else the desktop's. Without a screen, prints where the file is.
   *
   * @param page the document
   * @return the file
   * @throws IllegalStateException when no temporary file can be written
   */
  public static Path open(String page) {
    Path file = write(page);
    if (!Browser.open(file)) {
      System.out.println("No browser can be opened from here. The page is in " + file);
    }
    return file;
  }

  private static Path write(String page) {
    try {
      Path file = Files.createTempFile("copse-", ".html");
      return Files.writeString(file, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Cannot show the page: the folder of temporary files must be writable, was not (%s). Name another one with -Djava.io.tmpdir."
              .formatted(e),
          e);
    }
  }

  /**
   * How a content security policy names a script or a style sheet.
   *
   * @param text what the element holds
   * @return the source expression of its hash
   */
  public static String source(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256; this one has not", e);
    }
  }
}
