package org.copse.appraisal;

import java.util.List;
import java.util.OptionalInt;

/**
 * The flow of records through a systematic review, from the search to the studies included, with
 * boxes that add up.
 *
 * <p><b>Formula</b>: every box is the sum of the boxes that it splits into: identified = removed +
 * screened, screened = excluded + sought, sought = not retrieved + assessed, assessed = excluded +
 * included; reports included from databases and from other methods give all reports of new studies,
 * which with those of a previous version give the total. <b>Units</b>: records (what a search
 * returns), reports (documents), studies. <b>Edge cases</b>: a box not given is computed where the
 * others leave one number possible; records from other methods that were not sought are noted; no
 * study included is a flow like any other. <b>Accuracy</b>: whole numbers, exact. <b>Source</b>:
 * Page et al., The PRISMA 2020 statement, BMJ 2021;372:n71, figure 1 (CC BY 4.0).
 */
public final class PrismaFlow {

  private final boolean update;
  private final List<PrismaCount> counts;
  private final List<String> notes;

  PrismaFlow(boolean update, List<PrismaCount> counts, List<String> notes) {
    this.update = update;
    this.counts = List.copyOf(counts);
    this.notes = List.copyOf(notes);
  }

  /**
   * Flow of a new review, from databases and registers; naming another source adds the branch of
   * other methods.
   *
   * @return boxes to be given
   */
  public static PrismaCounts newReview() {
    return new PrismaCounts(false);
  }

  /**
   * Flow of an updated review, with the studies of its previous version; naming another source adds
   * the branch of other methods.
   *
   * @return boxes to be given
   */
  public static PrismaCounts updatedReview() {
    return new PrismaCounts(true);
  }

  /**
   * Flow counted from records and the decisions about them.
   *
   * @param records one a record
   * @param assumed what was assumed in reading them, one sentence each, perhaps none
   * @return the flow, of an updated review where some record belongs to the previous version
   * @throws IllegalArgumentException naming every row whose decisions contradict each other or are
   *     missing
   */
  public static PrismaFlow ofRecords(List<PrismaRecord> records, List<String> assumed) {
    return PrismaTally.of(records).flow(assumed);
  }

  /**
   * What is wrong with records, for a reader that names it among problems of its own.
   *
   * @param records one a record
   * @return a line each: decisions that contradict each other, or are missing
   */
  public static List<String> problems(List<PrismaRecord> records) {
    return PrismaTally.problems(records);
  }

  /**
   * Whether the review updates a previous version.
   *
   * @return true where previous studies have a box
   */
  public boolean isUpdate() {
    return update;
  }

  /**
   * Whether records came by other methods than databases and registers.
   *
   * @return true where that branch is drawn
   */
  public boolean hasOtherMethods() {
    return counts.stream().anyMatch(count -> count.box().isOther());
  }

  /**
   * All boxes of this kind of flow.
   *
   * @return in the order of {@link PrismaBox}
   */
  public List<PrismaCount> counts() {
    return counts;
  }

  /**
   * What a box holds.
   *
   * @param box the box
   * @return its number and lines; without number for a box that this kind of flow does not have
   */
  public PrismaCount box(PrismaBox box) {
    return counts.stream()
        .filter(count -> count.box() == box)
        .findFirst()
        .orElse(new PrismaCount(box, OptionalInt.empty(), false, List.of()));
  }

  /**
   * The number of a box.
   *
   * @param box the box
   * @return given or computed; absent where not stated
   */
  public OptionalInt count(PrismaBox box) {
    return box(box).count();
  }

  /**
   * What a box counts, in the words of this kind of flow: only an update has new studies.
   *
   * @param box the box
   * @return for example "Studies included in review"
   */
  public String label(PrismaBox box) {
    return box.label(update);
  }

  /**
   * Which of the diagram's variants this is.
   *
   * @return for example "new review, databases and registers only"
   */
  public String variant() {
    return (update ? "updated review, " : "new review, ")
        + (hasOtherMethods()
            ? "databases, registers and other methods"
            : "databases and registers only");
  }

  /**
   * What a reader should know.
   *
   * @return sums that fail in a flow drawn as printed, boxes computed, boxes not stated
   */
  public List<String> notes() {
    return notes;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Flow of records, ").append(variant());
    for (PrismaCount count : counts) {
      if (count.box().isDrawn()) {
        text.append("\n  %s: %s".formatted(label(count.box()), count.text()));
        count
            .parts()
            .forEach(
                part ->
                    text.append(
                        "\n    %s: %s".formatted(part.name(), PrismaCount.grouped(part.count()))));
      }
    }
    notes.forEach(note -> text.append("\n  Note: ").append(note));
    return text.toString();
  }
}
