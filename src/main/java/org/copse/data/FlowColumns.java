package org.copse.data;

import java.util.List;
import java.util.OptionalInt;
import org.copse.appraisal.PrismaBox;
import org.copse.appraisal.PrismaCount;
import org.copse.appraisal.PrismaFlow;
import org.copse.appraisal.PrismaPart;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A flow of records as columns. */
final class FlowColumns {

  private final StringColumn phases = StringColumn.create("phase");
  private final StringColumn boxes = StringColumn.create("box");
  private final StringColumn lines = StringColumn.create("line");
  private final IntColumn numbers = IntColumn.create("n");
  private final BooleanColumn computed = BooleanColumn.create("computed");

  private FlowColumns() {}

  static Table of(PrismaFlow flow) {
    FlowColumns columns = new FlowColumns();
    for (PrismaCount count : flow.counts()) {
      if (count.box().isDrawn()) {
        columns.add(flow, count);
      }
    }
    return Table.create(
        "Flow of records",
        List.of(columns.phases, columns.boxes, columns.lines, columns.numbers, columns.computed));
  }

  private void add(PrismaFlow flow, PrismaCount count) {
    row(flow, count.box(), "", count.count(), count.computed());
    for (PrismaPart part : count.parts()) {
      row(flow, count.box(), part.name(), OptionalInt.of(part.count()), false);
    }
  }

  private void row(
      PrismaFlow flow, PrismaBox box, String line, OptionalInt number, boolean wasComputed) {
    phases.append(box.phase());
    boxes.append(flow.label(box));
    lines.append(line);
    if (number.isPresent()) {
      numbers.append(number.getAsInt());
    } else {
      numbers.appendMissing();
    }
    computed.append(wasComputed);
  }
}
