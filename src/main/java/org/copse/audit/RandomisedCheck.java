package org.copse.audit;

/** More patients in the arms than the trial randomised. */
final class RandomisedCheck {

  private RandomisedCheck() {}

  static void run(AuditTable table, Findings findings) {
    AuditColumn randomised = table.randomised();
    for (int i = 0; i < table.rows(); i++) {
      if (!randomised.has(i)) {
        continue;
      }
      double treatment = table.patients(i, true);
      double control = table.patients(i, false);
      double sum =
          (Double.isNaN(treatment) ? 0 : treatment) + (Double.isNaN(control) ? 0 : control);
      if (sum > randomised.value(i)) {
        findings.add(
            Check.RANDOMISED,
            Severity.ERROR,
            i,
            randomised.name(),
            "%s patients in the row, %s randomised"
                .formatted(Text.of(sum), Text.of(randomised.value(i))),
            "A trial cannot report more patients than it randomised.",
            "Check the totals: eyes, courses or events may have been counted as patients.");
      }
    }
  }
}
