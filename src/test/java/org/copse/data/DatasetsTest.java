package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class DatasetsTest {

  @ParameterizedTest
  @CsvSource({
    "bcgVaccine, 13, 10",
    "breastCancerPfs, 8, 16",
    "breastCancerCbr, 8, 14",
    "breastCancerOrr, 8, 14",
    "breastCancerAdverseEventsAnyGrade, 64, 17",
    "breastCancerAdverseEventsGrade34, 31, 18",
    "breastCancerNeoadjuvantOrr, 3, 14",
    "breastCancerTemsirolimusResponse, 4, 15",
    "breastCancerTemsirolimusPfs, 2, 16",
    "breastCancerJadad, 12, 9",
    "breastCancerPublished, 22, 18",
    "breastCancerBolero2Safety, 39, 15",
    "lamChanges, 37, 21",
    "lamAngiomyolipoma, 6, 7",
    "lamAdverseEvents, 22, 14",
    "lamMilesEvents, 23, 11",
    "lamStudies, 13, 9",
    "lamPublished, 20, 9",
    "vascularAnomaliesTables, 34, 12",
    "vascularAnomaliesText, 20, 7",
    "breastCancerAdverseEventsGrade34Advanced, 64, 16",
    "breastCancerNumbers, 182, 8",
    "lamReviewAdverseEvents, 60, 8",
    "lamNumbers, 139, 8",
    "vascularAnomaliesNumbers, 133, 8",
    "leukaemia6mp, 42, 6"
  })
  void sizes(String method, int rows, int columns) throws ReflectiveOperationException {
    Table table = (Table) Datasets.class.getMethod(method).invoke(null);
    assertEquals(rows, table.rowCount());
    assertEquals(columns, table.columnCount());
  }

  @Test
  void everyFileHasItsMethod() {
    long methods =
        Arrays.stream(Datasets.class.getMethods())
            .filter(m -> Modifier.isStatic(m.getModifiers()) && !m.getName().equals("list"))
            .count();
    assertEquals(DatasetFile.values().length, methods);
  }

  @Test
  void everyCsvInTheFolderIsRegistered() throws IOException {
    List<String> registered =
        Arrays.stream(DatasetFile.values()).map(f -> f.file() + ".csv").sorted().toList();
    try (Stream<Path> files = Files.list(Path.of("datasets"))) {
      List<String> present =
          files
              .map(p -> p.getFileName().toString())
              .filter(n -> n.endsWith(".csv"))
              .sorted()
              .toList();
      assertEquals(present, registered);
    }
  }

  @ParameterizedTest
  @EnumSource(DatasetFile.class)
  void everyRowNamesItsSource(DatasetFile file) {
    Table table = file.read();
    assertEquals(0, table.stringColumn("source").countMissing());
    assertEquals(file.title(), table.name());
  }

  @ParameterizedTest
  @EnumSource(DatasetFile.class)
  void everyFileAndColumnIsDocumented(DatasetFile file) throws IOException {
    String readme = Files.readString(Path.of("datasets/README.md"));
    assertTrue(readme.contains(file.file() + ".csv"), file.file());
    String method = "Datasets." + camel(file.name()) + "()";
    assertTrue(readme.contains(method), method);
    for (String column : file.read().columnNames()) {
      assertTrue(readme.contains(column), file.file() + " " + column);
    }
  }

  @ParameterizedTest
  @EnumSource(DatasetFile.class)
  void derivedCountsAreRoundedPercents(DatasetFile file) {
    Table table = file.read();
    if (!table.containsColumn("events_treatment_derived")) {
      return;
    }
    for (Row row : table) {
      for (String arm : List.of("treatment", "control")) {
        String where = file.file() + " row " + (row.getRowNumber() + 1) + " " + arm;
        boolean printed = !row.isMissing("percent_" + arm);
        assertEquals(printed, !row.isMissing("events_" + arm + "_derived"), where);
        if (printed) {
          double exact = row.getDouble("percent_" + arm) * row.getInt("total_" + arm) / 100;
          long events = row.getInt("events_" + arm + "_derived");
          assertEquals(Math.round(exact), events, where);
          assertTrue(events <= row.getInt("total_" + arm), where);
        }
      }
    }
  }

  @Test
  void bcgHoldsTheSumsOfMetadat() {
    Table bcg = Datasets.bcgVaccine();
    assertAll(
        () -> assertEquals(191064, bcg.intColumn("tn").sum()),
        () -> assertEquals(166283, bcg.intColumn("cn").sum()),
        () -> assertEquals(1065, bcg.intColumn("tpos").sum()),
        () -> assertEquals(1510, bcg.intColumn("cpos").sum()),
        () -> assertEquals(435, bcg.intColumn("ablat").sum()),
        () -> assertEquals("Ferguson & Simes", bcg.stringColumn("author").get(1)),
        () -> assertEquals(7, bcg.stringColumn("alloc").isEqualTo("random").size()));
  }

  @Test
  void columnTypesAreFixedEvenWhereAllCellsAreEmpty() {
    Table ae = Datasets.breastCancerAdverseEventsAnyGrade();
    Table sugar = ae.where(ae.stringColumn("event").isEqualTo("hyperglycemia"));
    assertEquals(ColumnType.INTEGER, sugar.column("events_treatment_derived").type());
    assertEquals(8, sugar.column("events_treatment_derived").countMissing());
    assertEquals(ColumnType.STRING, ae.column("grade").type());
    assertEquals(ColumnType.DOUBLE, ae.column("percent_control").type());
    assertEquals(ColumnType.STRING, Datasets.breastCancerPublished().column("p_printed").type());
    assertEquals(ColumnType.DOUBLE, Datasets.breastCancerPublished().column("p").type());
  }

  @Test
  void completeRowsAreThoseThatTheReviewPrints() {
    assertEquals(8, complete(Datasets.breastCancerPfs(), "hr", "ci_low", "ci_high"));
    assertEquals(6, complete(Datasets.breastCancerCbr(), "percent_treatment", "percent_control"));
    assertEquals(6, complete(Datasets.breastCancerOrr(), "percent_treatment", "percent_control"));
    Table ae = Datasets.breastCancerAdverseEventsAnyGrade();
    int[] expected = {8, 8, 8, 7, 5, 2, 0, 0};
    String[] events = {
      "stomatitis",
      "rash",
      "nausea",
      "diarrhea",
      "pneumonitis",
      "fatigue",
      "anorexia",
      "hyperglycemia"
    };
    for (int e = 0; e < events.length; e++) {
      Table one = ae.where(ae.stringColumn("event").isEqualTo(events[e]));
      assertEquals(expected[e], complete(one, "percent_treatment", "percent_control"), events[e]);
    }
  }

  @Test
  void oneTrialCarriesThreeDifferentJadadScores() {
    Table jadad = Datasets.breastCancerJadad();
    IntColumn totals =
        jadad.where(jadad.stringColumn("trial").isEqualTo("BOLERO-2")).intColumn("total");
    assertEquals(List.of(4, 3, 1, 4, 3), totals.asList());
    for (Row row : jadad) {
      assertEquals(
          row.getInt("total"),
          row.getInt("randomisation") + row.getInt("blinding") + row.getInt("withdrawals"));
    }
  }

  @Test
  void publishedIdsAreKeys() {
    Table published = Datasets.breastCancerPublished();
    assertEquals(22, published.stringColumn("id").unique().size());
    assertEquals(
        0.71,
        published
            .where(published.stringColumn("id").isEqualTo("pfs"))
            .doubleColumn("heterogeneity_p")
            .get(0));
  }

  @Test
  void listHasOneRowAFile() {
    Table list = Datasets.list();
    assertEquals(List.of("name", "title", "rows", "source"), list.columnNames());
    assertEquals(DatasetFile.values().length, list.rowCount());
    assertEquals(13, list.intColumn("rows").get(0));
    assertEquals(0, list.stringColumn("title").countMissing());
  }

  @Test
  void tablesAreNotShared() {
    Datasets.breastCancerPfs().removeColumns("hr");
    assertFalse(Datasets.breastCancerPfs().doubleColumn("hr").isEmpty());
  }

  private static long complete(Table table, String... columns) {
    return table.stream()
        .filter(
            row ->
                Arrays.stream(columns)
                    .noneMatch(
                        c -> ((NumericColumn<?>) table.column(c)).isMissing(row.getRowNumber())))
        .count();
  }

  private static String camel(String constant) {
    StringBuilder out = new StringBuilder();
    for (String word : constant.toLowerCase(java.util.Locale.ROOT).split("_")) {
      out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }
}
