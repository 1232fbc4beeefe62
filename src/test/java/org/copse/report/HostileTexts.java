package org.copse.report;

import java.util.List;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** Texts that break a format when they are not escaped, and a table with them in every position. */
public final class HostileTexts {

  /** One text each. */
  public static final List<String> ALL =
      List.of(
          "<img src=x onerror=alert(1)>",
          "</script><script>alert(1)</script>",
          "</td></table><iframe src=a>",
          "\" onmouseover=\"alert(1)",
          "' style='x",
          "&lt;b&gt;",
          "$\\int x$ and $$y$$",
          "\\input{secret} 100% & #1_a {b} ^~",
          "a | b\n| --- | new row",
          "=HYPERLINK(1)",
          "\u202egnp.exe\u202c",
          "\u001b[31mred\u009b0m",
          "\u2066\u200b\u2060\ufeff\u2069",
          " =1+1",
          "+1+cmd|' /C calc'!A0",
          "-1+1",
          "@SUM(1)",
          "\t=1",
          "\r=1",
          "\u00a0=1",
          "\uff1d1+1",
          "a\u0000b\b\u007f",
          "# heading",
          "- item",
          "1. item",
          "[link](javascript:alert(1))",
          "*");

  private HostileTexts() {}

  /** A table with the text as caption, header, group, body, total, heading and note. */
  public static ReportTable table(String text) {
    return ReportTable.of(
            text, new Column(text, Align.LEFT, text), new Column(text, Align.RIGHT, text))
        .row(text, text)
        .row(Kind.HEADING, List.of(text, ""))
        .row(Kind.TOTAL, List.of(text, text))
        .notes(List.of(text))
        .build();
  }
}
