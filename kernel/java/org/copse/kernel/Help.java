package org.copse.kernel;

import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** Shift-Tab: signature and Javadoc, of Copse's API too, whose sources its extension offers. */
final class Help {

  private final JShell shell;

  Help(JShell shell) {
    this.shell = shell;
  }

  /** Returns null where nothing is known, as JJava does. */
  DisplayData inspect(String code, int cursor) {
    int at = Math.max(0, Math.min(cursor, code.length()));
    while (at < code.length() && Character.isJavaIdentifierPart(code.charAt(at))) at++;
    int next = at;
    while (next < code.length() && Character.isWhitespace(code.charAt(next))) next++;
    if (next < code.length() && code.charAt(next) == '(') at = next + 1;
    List<Documentation> found = shell.sourceCodeAnalysis().documentation(code, at, true);
    if (found == null || found.isEmpty()) return null;
    DisplayData shown = new DisplayData(found.stream().map(Help::plain).collect(Collectors.joining("\n\n")));
    shown.putHTML(found.stream().map(Help::html).collect(Collectors.joining("<hr>")));
    return shown;
  }

  private static String plain(Documentation documentation) {
    String doc = documentation.javadoc();
    return documentation.signature() + (doc == null ? "" : "\n\n" + JavadocText.plain(doc));
  }

  private static String html(Documentation documentation) {
    String doc = documentation.javadoc();
    String signature = "<pre><b>" + JavadocText.escaped(documentation.signature()) + "</b></pre>";
    return signature + (doc == null ? "" : "<pre style=\"white-space:pre-wrap\">" + JavadocText.escaped(JavadocText.plain(doc)) + "</pre>");
  }
}
