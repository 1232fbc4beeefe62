package org.copse.kernel;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JJava's environment variables, with the meaning that its documentation gives them. */
final class Settings {

  private static final Pattern TIMEOUT = Pattern.compile("(-?\\d+)\\W*([A-Za-z]+)?");
  private static final String VERSION = "/META-INF/maven/org.dflib.jjava/jjava-distro/pom.properties";

  private Settings() {}

  static String version() {
    Properties properties = new Properties();
    try (InputStream in = Settings.class.getResourceAsStream(VERSION)) {
      if (in != null) properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "");
  }

  static boolean extensionsEnabled() {
    String value = System.getenv("JJAVA_LOAD_EXTENSIONS");
    return value == null || !List.of("0", "false").contains(value.trim().toLowerCase());
  }

  static List<String> compilerOptions() {
    String value = System.getenv("JJAVA_COMPILER_OPTS");
    return value == null || value.isBlank() ? List.of() : List.of(value.trim().split("\\s+"));
  }

  static String extraClasspath() {
    return System.getenv("JJAVA_CLASSPATH");
  }

  static List<String> startupSnippets() throws IOException {
    List<String> snippets = new ArrayList<>();
    String paths = System.getenv("JJAVA_STARTUP_SCRIPTS_PATH");
    if (paths != null && !paths.isBlank()) {
      for (String path : paths.split(Pattern.quote(File.pathSeparator))) {
        snippets.add(Files.readString(Path.of(path)));
      }
    }
    String script = System.getenv("JJAVA_STARTUP_SCRIPT");
    if (script != null && !script.isBlank()) snippets.add(script);
    return snippets;
  }

  /** JJAVA_TIMEOUT, such as "90 SECONDS" or "5000"; -1 for none. */
  static long timeoutMillis() {
    String value = System.getenv("JJAVA_TIMEOUT");
    if (value == null || value.isBlank()) return -1;
    Matcher matcher = TIMEOUT.matcher(value.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "JJAVA_TIMEOUT must be a number and a unit, was '" + value + "'. Write for example 90 SECONDS.");
    }
    long number = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2);
    return number < 0 || unit == null ? number : TimeUnit.valueOf(unit.toUpperCase()).toMillis(number);
  }
}
