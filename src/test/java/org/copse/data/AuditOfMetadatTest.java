package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.copse.audit.Audit;
import org.copse.audit.Check;
import org.copse.audit.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables of R's metadat raise no error and no warning: binary, continuous, ratios, differences,
 * single groups. Sources are in {@code resources/audit/README.md}.
 */
final class AuditOfMetadatTest {

  static Path file(String name) {
    try {
      return Path.of(AuditOfMetadatTest.class.getResource("/audit/" + name + ".csv").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "egger2001, 16, Two arms of counts",
    "lee2004, 16, Two arms of counts",
    "linde2005, 26, Two arms of counts",
    "nielweise2007, 18, Two arms of counts",
    "laopaiboon2015, 15, Two arms of counts",
    "normand1999, 9, Two arms of means",
    "gibson2002, 15, Two arms of means",
    "dumouchel1994, 9, Ratios",
    "hackshaw1998, 37, Ratios",
    "steurer2006, 4, Ratios",
    "pritz1997, 14, Counts of one group",
    "crisafulli2020, 26, Counts of one group",
    "lloyd2010, 16, Means of one group",
    "karner2014, 22, Differences"
  })
  void cleanTablesRaiseNothing(String name, int rows, String form) {
    Audit audit = Trials.read(file(name)).auditing().asOf(2026).audit();
    assertEquals(rows, audit.rowCount());
    assertTrue(
        audit.lookedAt().stream().anyMatch(s -> s.startsWith(form)),
        () -> "not recognised: " + audit.lookedAt());
    assertEquals(0, audit.count(Severity.ERROR), () -> audit.findings().toString());
    assertEquals(0, audit.count(Severity.WARNING), () -> audit.findings().toString());
    // the one note: SDs of 6.05 and 26.34 in the two arms of one trial
    assertEquals(
        name.equals("gibson2002") ? List.of(Check.SD_RATIO) : List.of(),
        audit.findings().stream().map(f -> f.check()).toList());
  }
}
