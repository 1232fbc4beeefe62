package org.copse.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The vectors need an option of the JVM and print a warning, so they run in a JVM of their own. */
final class VectorPassesTest {

  @Test
  void withoutTheModuleThereAreNone() {
    assertTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty());
    assertNull(WidePasses.find());
    assertNull(WideWarmUp.passes());
  }

  @Test
  void theyGiveTheBitsOfThePlainLoopsAndLeaveThemWhatWantsCare()
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // so that what runs there counts as covered
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-javaagent:"))
        .forEach(command::add);
    command.add("--add-modules");
    command.add("jdk.incubator.vector");
    command.add("-cp");
    command.add(classPath());
    command.add(VectorPassesCheck.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals("vectors\ndone\n", said.replace("\r\n", "\n"));
    }
    assertEquals(0, process.waitFor());
  }

  /** Some runners load tests by a loader of their own. */
  private static String classPath() {
    if (VectorPassesTest.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(url -> Path.of(URI.create(url.toString())).toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }
}
