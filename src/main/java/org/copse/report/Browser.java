package org.copse.report;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The user's browser: the program that the environment variable {@code BROWSER} names, else the
 * desktop's own, else the program that opens files on this system. The last is for JDKs without a
 * desktop, as Debian's headless package, on a machine that has one.
 */
final class Browser {

  private Browser() {}

  static boolean open(Path file) {
    String page = file.toUri().toString();
    Map<String, String> environment = System.getenv();
    Optional<String> named = named(environment);
    if (named.isPresent()) {
      return started(named.get(), page);
    }
    return browsed(file)
        || opener(System.getProperty("os.name"), environment)
            .map(program -> started(program, page))
            .orElse(false);
  }

  static Optional<String> named(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("BROWSER")).filter(name -> !name.isBlank());
  }

  /** The program that opens a file as a click on it would; none where there is no screen. */
  static Optional<String> opener(String system, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return Optional.of("open");
    }
    boolean screen =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return screen ? Optional.of("xdg-open") : Optional.empty();
  }

  /** Starts a program with the page's address as its one argument, no shell between. */
  static boolean started(String program, String page) {
    try {
      new ProcessBuilder(List.of(program, page))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false; // no such program: the caller says where the page is
    }
  }

  private static boolean browsed(Path file) {
    if (GraphicsEnvironment.isHeadless()
        || !Desktop.isDesktopSupported()
        || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
      return false;
    }
    try {
      Desktop.getDesktop().browse(file.toUri());
      return true;
    } catch (IOException e) {
      return false; // no browser is set up: another way is tried
    }
  }
}
