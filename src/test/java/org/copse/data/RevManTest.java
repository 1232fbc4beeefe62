package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Effects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.TwoByTwo;
import org.copse.model.MantelHaenszel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevManTest {

  private static final Path RESOURCES = Path.of("src", "test", "resources", "revman");

  @TempDir Path folder;

  private static RevManReview sample() {
    return RevMan.read(RESOURCES.resolve("sample.rm5"));
  }

  @Test
  void analysesWithStudyDataAreListedInOrder() {
    assertEquals(
        List.of("1.1", "1.2", "1.3", "2.1", "2.2"),
        sample().analyses().stream().map(RevManAnalysis::number).toList());
    assertTrue(sample().toString().contains("Vaccine versus none: Tuberculosis (3 rows, RR, MH"));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> sample().analysis("3.1"));
    assertTrue(e.getMessage().contains("1.1, 1.2, 1.3, 2.1, 2.2"), e.getMessage());
  }

  @Test
  void countsComeWithLabelsArmsAndMeasure() {
    RevManAnalysis analysis = sample().analysis("1.1");
    BinaryEffects effects = (BinaryEffects) analysis.effects();
    assertEquals(BinaryMeasure.RISK_RATIO, effects.measure());
    assertEquals(
        List.of("Aronson 1948", "Ferguson & Simes 1949", "Rosenthal 1960"),
        effects.studies().labels());
    assertEquals(new TwoByTwo(6, 306, 29, 303), effects.counts(1));
    assertEquals("Vaccine", effects.arms().first());
    assertEquals(
        analysis.pooled().estimate(),
        MantelHaenszel.of(effects).backTransformed().estimate(),
        5e-5);
    assertEquals(0.9, analysis.pooled().q());
  }

  @Test
  void swappedEventsAreCountedAsNonEventsAndStudiesInTwoSubgroupsKeptApart() {
    BinaryEffects effects = (BinaryEffects) sample().analysis("1.2").effects();
    assertEquals(BinaryMeasure.PETO_ODDS_RATIO, effects.measure());
    assertEquals(new TwoByTwo(119, 123, 128, 139), effects.counts(0));
    assertTrue(effects.studies().labels().get(2).contains("Adults"));
    assertTrue(effects.notes().get(0).contains("Non-events"));
  }

  @Test
  void meansEstimatesAndLogRankStatistics() {
    ContinuousEffects means = (ContinuousEffects) sample().analysis("1.3").effects();
    assertEquals(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE, means.measure());
    assertEquals(4.7, means.means(0).sd1());
    assertTrue(sample().analysis("1.3").isRandomEffects());
    Effects hazard = sample().analysis("2.1").effects();
    assertEquals(ReportedMeasure.HAZARD_RATIO, hazard.measure());
    assertEquals(Math.log(0.45), hazard.estimate(0), 1e-14);
    assertEquals(Math.log(0.54), hazard.estimate(1), 1e-14);
    assertEquals(0.21, hazard.standardError(1), 1e-15);
    Effects death = sample().analysis("2.2").effects();
    assertEquals(-4.5 / 7.25, death.estimate(0), 1e-15);
    assertEquals(1 / 7.25, death.variance(0), 1e-15);
  }

  private Path zip(boolean nested) throws IOException {
    Path file = folder.resolve("CD000001-data.zip");
    write(file);
    if (!nested) {
      return file;
    }
    Path outer = folder.resolve("CD000001.zip");
    try (OutputStream out = Files.newOutputStream(outer);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("CD000001/CD000001-data.zip"));
      zip.write(Files.readAllBytes(file));
      zip.putNextEntry(new ZipEntry("CD000001/article.pdf"));
      zip.write(new byte[] {1, 2, 3});
    }
    return outer;
  }

  private static void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("data-rows.csv", "overall-estimates-and-settings.csv")) {
        zip.putNextEntry(new ZipEntry("CD000001-analysis-data/CD000001-" + name));
        zip.write(Files.readAllBytes(RESOURCES.resolve(name)));
      }
    }
  }

  @Test
  void dataPackagesAsZipAsZipInZipAndAsFolder() throws IOException {
    for (Path path : List.of(zip(false), zip(true), RESOURCES)) {
      RevManReview review = RevMan.read(path);
      assertEquals(3, review.analyses().size());
      BinaryEffects rr = (BinaryEffects) review.analysis("1.1").effects();
      assertEquals(BinaryMeasure.RISK_RATIO, rr.measure());
      assertEquals(new TwoByTwo(3, 231, 11, 220), rr.counts(2));
      assertEquals(ContinuousMeasure.MEAN_DIFFERENCE, review.analysis("1.2").effects().measure());
      assertEquals(Math.log(0.45), review.analysis("2.1").effects().estimate(0), 1e-14);
      assertEquals(0.38, review.analysis("2.1").pooled().lower());
    }
  }

  @Test
  void anXmlFileCannotReachOtherFilesAndABrokenOneIsNamed() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "secret");
    Path evil = folder.resolve("evil.rm5");
    Files.writeString(
        evil,
        "<!DOCTYPE r [<!ENTITY x SYSTEM '"
            + secret.toUri()
            + "'>]><COCHRANE_REVIEW>&x;</COCHRANE_REVIEW>");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RevMan.read(evil));
    assertTrue(e.getMessage().startsWith("Cannot read evil.rm5"), e.getMessage());
    Path broken = folder.resolve("broken.rm5");
    Files.writeString(broken, "<COCHRANE_REVIEW><ANALYSES");
    assertThrows(IllegalArgumentException.class, () -> RevMan.read(broken));
    Path empty = folder.resolve("empty.rm5");
    Files.writeString(empty, "<COCHRANE_REVIEW/>");
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> RevMan.read(empty))
            .getMessage()
            .contains("at least one analysis"));
    assertThrows(IllegalArgumentException.class, () -> RevMan.read(secret));
    assertThrows(IllegalArgumentException.class, () -> RevMan.read(folder.resolve("no.rm5")));
  }
}
