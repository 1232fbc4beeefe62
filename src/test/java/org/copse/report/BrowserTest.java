package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which program opens a page, and that it is given the page's address and nothing else. */
final class BrowserTest {

  @TempDir Path folder;

  @Test
  void theVariableNamesTheBrowser() {
    assertEquals(Optional.of("firefox"), Browser.named(Map.of("BROWSER", "firefox")));
    assertEquals(Optional.empty(), Browser.named(Map.of("BROWSER", " ")));
    assertEquals(Optional.empty(), Browser.named(Map.of()));
  }

  @Test
  void withoutScreenNothingIsOpened() {
    assertEquals(Optional.empty(), Browser.opener("Linux", Map.of()));
    assertEquals(Optional.of("xdg-open"), Browser.opener("Linux", Map.of("DISPLAY", ":0")));
    assertEquals(
        Optional.of("xdg-open"), Browser.opener("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
    assertEquals(Optional.of("open"), Browser.opener("Mac OS X", Map.of()));
  }

  @Test
  void aProgramThatIsNotThereIsNoBrowser() {
    assertFalse(Browser.started(folder.resolve("missing").toString(), "file:///page.html"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script is no program there")
  void theProgramGetsTheAddressAsOneArgument() throws Exception {
    Path said = folder.resolve("said");
    Path program = folder.resolve("a browser");
    Files.writeString(program, "#!/bin/sh\nprintf '%s|%s' \"$#\" \"$1\" > '" + said + "'\n");
    assertTrue(program.toFile().setExecutable(true));
    assertTrue(Browser.started(program.toString(), "file:///a%20folder/page.html;exit"));
    assertEquals("1|file:///a%20folder/page.html;exit", written(said));
  }

  private static String written(Path file) throws IOException, InterruptedException {
    for (int i = 0; i < 600 && (!Files.exists(file) || Files.size(file) == 0); i++) {
      Thread.sleep(50);
    }
    return Files.readString(file);
  }
}
