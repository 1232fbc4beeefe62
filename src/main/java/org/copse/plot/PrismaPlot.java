package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.copse.appraisal.PrismaBox;
import org.copse.appraisal.PrismaCount;
import org.copse.appraisal.PrismaFlow;
import tech.tablesaw.plotly.components.Figure;

/**
 * PRISMA 2020 flow diagram: boxes as large as their text, for new and updated reviews, with or
 * without other methods than databases and registers.
 *
 * <p><b>Source</b>: layout after Page et al., The PRISMA 2020 statement, BMJ 2021;372:n71, figure 1
 * (CC BY 4.0). Immutable.
 */
public final class PrismaPlot implements Plot {

  private static final String SOURCE =
      "Layout after PRISMA 2020 (Page et al., BMJ 2021;372:n71, CC BY 4.0).";

  private final PrismaFlow flow;
  private final String title;
  private final boolean notes;

  private PrismaPlot(PrismaFlow flow, String title, boolean notes) {
    this.flow = flow;
    this.title = title;
    this.notes = notes;
  }

  /**
   * Diagram of a flow, with its notes below.
   *
   * @param flow the flow
   * @return the plot
   */
  public static PrismaPlot of(PrismaFlow flow) {
    return new PrismaPlot(Objects.requireNonNull(flow, "flow"), "", true);
  }

  /**
   * A title over the diagram.
   *
   * @param text the title
   * @return a new plot
   */
  public PrismaPlot title(String text) {
    return new PrismaPlot(flow, Objects.requireNonNull(text, "text"), notes);
  }

  /**
   * Leaves the flow's notes out of the picture, for a journal that wants them in the legend.
   *
   * @return a new plot
   */
  public PrismaPlot withoutNotes() {
    return new PrismaPlot(flow, title, false);
  }

  /**
   * The flow that is drawn.
   *
   * @return the flow
   */
  public PrismaFlow flow() {
    return flow;
  }

  /** A box's label; the branch's heading already says what some labels add. */
  static String label(PrismaFlow flow, PrismaBox box) {
    if (box == PrismaBox.IDENTIFIED || box == PrismaBox.OTHER_IDENTIFIED) {
      return "Records identified";
    }
    return flow.label(box).replace(", other methods", "");
  }

  private PrismaLayout layout() {
    List<String> footnotes = new ArrayList<>();
    if (notes) {
      flow.notes().forEach(note -> footnotes.add(sentence(note)));
    }
    footnotes.add(SOURCE);
    return new PrismaLayout(flow, title, footnotes);
  }

  private static String sentence(String note) {
    String text =
        note.isEmpty() ? note : note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1);
    return text.endsWith(".") ? text : text + ".";
  }

  @Override
  public String title() {
    return title.isBlank() ? "Flow of records" : title;
  }

  @Override
  public String altText() {
    StringBuilder text = new StringBuilder(title()).append(", ").append(flow.variant()).append('.');
    for (PrismaCount count : flow.counts()) {
      boolean known = count.count().isPresent() && !count.computed();
      if (known && count.box().isDrawn()) {
        text.append(" %s: %s.".formatted(flow.label(count.box()), count.text()));
      }
    }
    return text.toString();
  }

  private String description() {
    return altText()
        + " "
        + String.join(" ", flow.notes().stream().map(PrismaPlot::sentence).toList());
  }

  @Override
  public String svg() {
    return PrismaSvg.draw(layout(), title(), description());
  }

  @Override
  public Figure figure() {
    return PrismaFigure.of(layout(), svg());
  }

  @Override
  public String toString() {
    return altText();
  }
}
