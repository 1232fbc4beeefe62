package org.copse.audit;

/** More events than patients. */
final class CountsCheck {

  private CountsCheck() {}

  static void run(AuditTable table, Findings findings) {
    table.eachCounts(
        c -> {
          for (int i = 0; i < table.rows(); i++) {
            if (c.events().has(i) && c.total().has(i) && c.events().value(i) > c.total().value(i)) {
              findings.add(
                  Check.EVENTS_WITHIN_TOTAL,
                  Severity.ERROR,
                  i,
                  Findings.names(c.events(), c.total()),
                  "%s of %s".formatted(Text.of(c.events().value(i)), Text.of(c.total().value(i))),
                  "There cannot be more patients with an event than patients.",
                  "Check both cells for a misprint or swapped columns, and whether events were"
                      + " counted instead of patients (then use rates).");
            }
          }
        });
  }
}
