package org.copse.notebook;

import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Javadoc of Copse on Shift-Tab: tells JShell, which looks for sources in the JDK only, where
 * Copse's are. They are the file that the property {@code copse.sources} names, or {@code
 * copse-…-sources.jar} beside Copse's jar. The JVM must open JShell ({@code --add-opens
 * jdk.jshell/jdk.jshell=ALL-UNNAMED}); otherwise help shows signatures without Javadoc.
 */
final class JavadocSources {

  private JavadocSources() {}

  static void offer() {
    found().ifPresent(JavadocSources::set);
  }

  static Optional<Path> found() {
    return Stream.concat(named(), beside()).filter(Files::isRegularFile).findFirst();
  }

  private static Stream<Path> named() {
    return Stream.ofNullable(System.getProperty("copse.sources")).map(Path::of);
  }

  private static Stream<Path> beside() {
    CodeSource from = JavadocSources.class.getProtectionDomain().getCodeSource();
    if (from == null || !from.getLocation().getPath().endsWith(".jar")) {
      return Stream.empty();
    }
    try {
      return Stream.of(besides(Path.of(from.getLocation().toURI())));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  static Path besides(Path jar) {
    String name = jar.getFileName().toString();
    return jar.resolveSibling(name.substring(0, name.length() - ".jar".length()) + "-sources.jar");
  }

  private static void set(Path sources) {
    try {
      Field field =
          Class.forName("jdk.jshell.SourceCodeAnalysisImpl")
              .getDeclaredField("availableSourcesOverride");
      field.setAccessible(true);
      field.set(null, List.of(sources));
    } catch (ReflectiveOperationException | RuntimeException e) {
      System.getLogger(JavadocSources.class.getName())
          .log(System.Logger.Level.DEBUG, "no Javadoc in help", e);
    }
  }
}
