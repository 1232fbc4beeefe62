package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void showsThePlotButPrintsNothing() {
    var out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertTrue(WarmUp.run().contains("<svg"));
    } finally {
      System.setOut(before);
    }
    assertEquals("", out.toString(StandardCharsets.UTF_8));
  }
}
