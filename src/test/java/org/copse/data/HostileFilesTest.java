package org.copse.data;

import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.copse.convert.Converted;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Moderator;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to break the readers, and texts made to break what is written. */
class HostileFilesTest {

  private static final String ROWS =
      "Analysis group,Analysis number,Study,Experimental cases,Experimental N,Control cases,Control"
          + " N,GIV Mean,GIV SE\n";
  private static final String SETTINGS =
      "Analysis group,Analysis number,Analysis group name,Analysis name,Data type,Effect"
          + " measure,Log-scale data,Swap event and non-event\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void assertSays(String part, Executable action) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, action);
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(e.getMessage().startsWith("Cannot"), e.getMessage());
  }

  private static BinaryEffects effects(String... labels) {
    List<TwoByTwo> counts = List.of(new TwoByTwo(1, 10, 2, 10), new TwoByTwo(3, 10, 2, 10));
    return BinaryEffects.of(RISK_RATIO, Studies.of(List.of(labels)), counts);
  }

  @Test
  void exponentsBeyondEveryNumberAreNoNumbers() {
    assertTrue(Double.isNaN(Numbers.parse("0e-99999999999")));
    assertTrue(Double.isNaN(Numbers.parse("1e-9999999999")));
    assertEquals(1e-300, Numbers.parse("1e-300"));
  }

  @Test
  void jsonRowsThatShareNoColumnAreRefusedBeforeTheyFillTheMemory() throws IOException {
    String rows =
        IntStream.range(0, 5000)
            .mapToObj(i -> "{\"c" + i + "\":1}")
            .collect(Collectors.joining(",", "[", "]"));
    Path file = file("sparse.json", rows);
    assertSays("20 million cells", () -> Trials.read(file));
  }

  @Test
  void notANumberInJsonIsAMissingCell() throws IOException {
    Trials trials = Trials.read(file("nan.json", "[{\"a\":NaN,\"b\":1},{\"a\":2,\"b\":3}]"));
    assertTrue(trials.table().column("a").isMissing(0));
  }

  private static String rm5(String outcomes) {
    return "<COCHRANE_REVIEW><STUDY ID=\"S1\" NAME=\"A\" YEAR=\"2000\"/><STUDY ID=\"S2\" NAME=\"B\""
        + " YEAR=\"2001\"/><COMPARISON NO=\"1\"><NAME>c</NAME>"
        + outcomes
        + "</COMPARISON></COCHRANE_REVIEW>";
  }

  private static String counts(String attributes, String name) {
    return "<DICH_OUTCOME NO=\"1\" EFFECT_MEASURE=\"RR\" "
        + attributes
        + "><NAME>"
        + name
        + "</NAME><DICH_DATA STUDY_ID=\"S1\" EVENTS_1=\"1\" TOTAL_1=\"10\" EVENTS_2=\"2\""
        + " TOTAL_2=\"10\"/></DICH_OUTCOME>";
  }

  @Test
  void namesNestedDeeperThanTheStackAreReadOrRefusedInWords() throws IOException {
    String name = "<P>".repeat(60_000) + "x" + "</P>".repeat(60_000) + " <B>y</B>";
    Path deep = file("deep.rm5", rm5(counts("", name)));
    String outcome;
    try {
      outcome = RevMan.read(deep).analysis("1.1").outcome();
    } catch (IllegalArgumentException refused) {
      // from JDK 24 on the XML parser has a limit of its own
      assertTrue(refused.getMessage().startsWith("Cannot read deep.rm5"), refused.getMessage());
      assertTrue(Runtime.version().feature() >= 24, refused.getMessage());
      return;
    }
    assertEquals("x y", outcome);
  }

  @Test
  void minusSignsOfTypographyAreReadInReviews() throws IOException {
    String xml =
        rm5(
            "<IV_OUTCOME NO=\"1\" EFFECT_MEASURE=\"HR\" LOG_DATA=\"YES\" SWAP_EVENTS=\"YES\""
                + " CI_START=\"\u22121\"><IV_DATA STUDY_ID=\"S1\" ESTIMATE=\"\u22120.5\""
                + " SE=\"0.2\"/></IV_OUTCOME>");
    RevManAnalysis analysis = RevMan.read(file("minus.rm5", xml)).analysis("1.1");
    assertEquals(-1, analysis.pooled().lower());
    assertEquals(-0.5, analysis.effects().estimate(0), 1e-15);
  }

  @Test
  void meansAreNotSwappedAsEventsAre() throws IOException {
    String xml =
        rm5(
            "<CONT_OUTCOME NO=\"1\" EFFECT_MEASURE=\"MD\" SWAP_EVENTS=\"YES\"><CONT_DATA"
                + " STUDY_ID=\"S1\" TOTAL_1=\"10\" MEAN_1=\"1\" SD_1=\"2\" TOTAL_2=\"10\""
                + " MEAN_2=\"2\" SD_2=\"2\"/></CONT_OUTCOME>");
    RevManAnalysis analysis = RevMan.read(file("swap.rm5", xml)).analysis("1.1");
    assertEquals(-1, analysis.effects().estimate(0));
    assertEquals(List.of(), analysis.effects().notes());
  }

  @Test
  void studiesAndAnalysesThatStandTwiceAreNotChosenSilently() throws IOException {
    Path studies = file("ids.rm5", rm5(counts("", "o")).replace("\"S2\"", "\"S1\""));
    assertSays("ID of its own", () -> RevMan.read(studies));
    RevManReview review =
        RevMan.read(file("twice.rm5", rm5(counts("", "one") + counts("", "two"))));
    assertSays("2 times", () -> review.analysis("1.1"));
  }

  private Path dataPackage(byte[] rows, String settings) throws IOException {
    Path file = folder.resolve("review.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("../a-data-rows.csv"));
      zip.write(rows);
      zip.putNextEntry(new ZipEntry("a-overall-estimates-and-settings.csv"));
      zip.write((SETTINGS + settings).getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void packagesInAnotherEncodingAreRefusedAndFlagsOfOtherDataPassedOver() throws IOException {
    byte[] latin = (ROWS + "1,1,\u00c9tude,1,10,2,10,,\n").getBytes(StandardCharsets.ISO_8859_1);
    Path wrong = dataPackage(latin, "1,1,c,o,Dichotomous,Risk Ratio,FALSE,FALSE\n");
    assertSays("UTF-8", () -> RevMan.read(wrong));
    byte[] generic = (ROWS + "1,1,A,,,,,\u22120.5,0.1\n").getBytes(StandardCharsets.UTF_8);
    Path swapped = dataPackage(generic, "1,1,c,o,Contrast level,Hazard Ratio,TRUE,TRUE\n");
    assertEquals(-0.5, RevMan.read(swapped).analysis("1.1").effects().estimate(0), 1e-15);
  }

  @Test
  void aPackageWithADamagedNameIsRefused() throws IOException {
    Path file = dataPackage(ROWS.getBytes(StandardCharsets.UTF_8), "");
    byte[] bytes = Files.readAllBytes(file);
    bytes[30] = (byte) 0xff; // first byte of the first name
    bytes[7] |= 0x08; // names are said to be UTF-8
    Files.write(file, bytes);
    assertSays("data package", () -> RevMan.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " =1",
        "\u00a0=1",
        "\n=1",
        "\u200b+1",
        "\ufeff@x",
        "\uff1d1",
        "\uff0b1",
        "\uff20x"
      })
  void formulasBehindBlanksOrInFullWidthStayText(String label) throws IOException {
    Path out = folder.resolve("out.csv");
    Tables.save(effects(label, "b"), out);
    String line = Files.readString(out).split("\r\n")[1];
    assertTrue(line.startsWith("'") || line.startsWith("\"'"), line);
  }

  @Test
  void whatAFileCannotHoldIsShownAndNotDropped() throws IOException {
    Path book = folder.resolve("out.xlsx");
    Tables.save(effects("a\u0001b", "x\ud800"), book);
    assertEquals(
        List.of("a\ufffdb", "x\ufffd"), Trials.read(book).table().stringColumn("study").asList());
    Path csv = folder.resolve("out.csv");
    Tables.save(effects("\ud83d\ude00", "x\ud800"), csv);
    assertEquals(
        List.of("\ud83d\ude00", "x\ufffd"),
        Trials.read(csv).table().stringColumn("study").asList());
  }

  @Test
  void textLongerThanACellIsRefusedAndTheOldFileKept() throws IOException {
    Path book = file("old.xlsx", "old");
    assertSays("32,767", () -> Tables.save(effects("x".repeat(40_000), "b"), book));
    assertEquals("old", Files.readString(book));
    assertSays(
        "folder", () -> Tables.save(effects("a", "b"), folder.resolve("no").resolve("x.csv")));
  }

  @Test
  void moderatorsCalledAsOtherColumnsAreSavedToo() throws IOException {
    Studies studies =
        Studies.of(List.of("a", "b"))
            .withModerator("estimate", Moderator.of(7, 8))
            .withModerator("Study", Moderator.of(List.of("x", "y")));
    Path out = folder.resolve("out.csv");
    Tables.save(
        BinaryEffects.of(
            RISK_RATIO, studies, List.of(new TwoByTwo(1, 10, 2, 10), new TwoByTwo(3, 10, 2, 10))),
        out);
    Trials back = Trials.read(out);
    assertTrue(
        back.columns().containsAll(Set.of("moderator_estimate", "moderator_Study")),
        back.toString());
    assertEquals(7, back.table().numberColumn("moderator_estimate").getDouble(0));
  }

  @Test
  void formulasThatGiveNothingAndColumnsWithoutNameAreRefused() throws IOException {
    Trials trials = Trials.read(file("in.csv", "study,x\nA,1\n")).study("study");
    assertSays("row 1, 'A'", () -> trials.derive("y", row -> null));
    assertSays("blank", () -> trials.derive(" ", row -> new Converted(1, "one", "")));
  }

  @Test
  void cellsFilledInAColumnOfPercentAreOnTheScaleThatItIsReadOn() throws IOException {
    Trials trials = Trials.read(file("in.csv", "study,p,n\nA,12%,100\nB,,200\n")).study("study");
    Path out = folder.resolve("out.csv");
    Trials points = trials.percentAsPoints("p").fillIn("p", row -> new Converted(35, "h", ""));
    Tables.save(points.mean("n", "p", "n").as(org.copse.effect.MeanMeasure.RAW_MEAN), out);
    assertEquals(35, Trials.read(out).table().numberColumn("mean").getDouble(1));
    Trials shares = trials.percentAsFraction("p").fillIn("p", row -> new Converted(0.35, "h", ""));
    Tables.save(shares.mean("n", "p", "n").as(org.copse.effect.MeanMeasure.RAW_MEAN), out);
    assertEquals(0.35, Trials.read(out).table().numberColumn("mean").getDouble(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"or_or", "hr hr", "rate ratio ratio", "md_md"})
  void columnNamesThatRepeatAWordAreAudited(String name) throws IOException {
    Path file = file("in.csv", "study,%s,%s_low,%s_high\nA,1,0.5,2\n".formatted(name, name, name));
    assertEquals(List.of(), Trials.read(file).audit().findings());
  }
}
