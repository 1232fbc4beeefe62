package org.copse.plot;

import java.util.List;

/**
 * Several charts on one page, row by row; those under one another begin at the same place.
 *
 * @param title title over the page, perhaps empty
 * @param description the page in words with the numbers
 * @param columns charts side by side
 * @param panels the charts; their titles stand over each, their legends and footnotes are not drawn
 * @param footnotes methods and notes, one a line
 * @param legend names of marks that a legend explains, of any panel
 */
public record ChartPanels(
    String title,
    String description,
    int columns,
    List<Chart> panels,
    List<String> footnotes,
    List<String> legend) {

  /**
   * Copies the lists.
   *
   * @param title as above
   * @param description as above
   * @param columns as above
   * @param panels as above
   * @param footnotes as above
   * @param legend as above
   */
  public ChartPanels {
    panels = List.copyOf(panels);
    footnotes = List.copyOf(footnotes);
    legend = List.copyOf(legend);
    if (columns < 1 || panels.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot lay out panels: columns and panels must be at least 1, was %s and %s. Add a chart."
              .formatted(columns, panels.size()));
    }
  }

  /** One chart as a page. */
  static ChartPanels of(Chart c) {
    Chart bare =
        new Chart("", c.description(), c.x(), c.y(), c.marks(), List.of(), List.of(), c.size());
    return new ChartPanels(c.title(), c.description(), 1, List.of(bare), c.footnotes(), c.legend());
  }
}
