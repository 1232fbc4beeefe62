package org.copse.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads what Cochrane's Review Manager saves: the analyses of a review, each with its study data.
 *
 * <p>{@code RevMan.read(Path.of("review.rm5")).analysis("1.1").effects()}
 *
 * <p><b>Formats</b>: RevMan 5 files, {@code .rm5} (XML), and the data packages of RevMan Web and of
 * the Cochrane Library, a {@code .zip} or the folder unpacked from it, whose {@code
 * …-data-rows.csv} and {@code …-overall-estimates-and-settings.csv} are read (data package
 * specification of Cochrane's RevMan knowledge base). Only the analyses are read, no text, no risk
 * of bias.
 */
public final class RevMan {

  private RevMan() {}

  /**
   * Reads a review.
   *
   * @param file a {@code .rm5} file, a {@code .zip} data package or its folder
   * @return the analyses
   * @throws IllegalArgumentException when the file cannot be read, saying why and what to do
   */
  public static RevManReview read(Path file) {
    if (Files.isDirectory(file)) {
      return RevManPackage.ofFolder(file);
    }
    String name = TrialFile.require(file);
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".rm5") || lower.endsWith(".xml")) {
      return RevManXml.read(file, name);
    }
    if (lower.endsWith(".zip")) {
      return RevManPackage.ofZip(file, name);
    }
    throw new IllegalArgumentException(
        Messages.of(
            "Cannot read " + name,
            "file",
            "be a RevMan 5 file (.rm5) or a data package (.zip or its folder)",
            "'" + name + "'",
            "Other tables are read with Trials.read."));
  }
}
