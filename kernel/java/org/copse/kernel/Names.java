package org.copse.kernel;

import java.io.IOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that an import on demand brings: a package's classes, or a class's static members. */
final class Names {

  private static final String CLASS = ".class";
  private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");
  private final ClassLoader loader;
  private final Map<String, Map<String, List<String>>> jars = new HashMap<>();

  Names(ClassLoader loader) {
    this.loader = loader;
  }

  /** Nothing where they cannot be told: a folder of classes, a package that does not exist. */
  Collection<String> of(String container, boolean members) {
    try {
      return members ? members(container) : classes(container);
    } catch (IOException | ReflectiveOperationException | LinkageError e) {
      return List.of();
    }
  }

  private Collection<String> members(String name) throws ClassNotFoundException {
    Class<?> type = Class.forName(name, false, loader);
    Stream<Member> all = Stream.concat(Stream.of(type.getFields()), Stream.of(type.getMethods()));
    return Stream.concat(
            all.filter(member -> Modifier.isStatic(member.getModifiers())).map(Member::getName),
            Stream.of(type.getClasses()).map(Class::getSimpleName))
        .filter(member -> !(type.isEnum() && OF_EVERY_ENUM.contains(member)))
        .collect(Collectors.toSet());
  }

  private Collection<String> classes(String packageName) throws IOException {
    for (Module module : ModuleLayer.boot().modules()) {
      if (module.getPackages().contains(packageName)) return ofTheJdk(module.getName(), packageName.replace('.', '/'));
    }
    URL folder = loader.getResource(packageName.replace('.', '/'));
    if (folder == null || !(folder.openConnection() instanceof JarURLConnection connection)) return List.of();
    return jars.computeIfAbsent(connection.getJarFileURL().toString(), url -> listed(connection))
        .getOrDefault(packageName.replace('.', '/'), List.of());
  }

  private static Collection<String> ofTheJdk(String module, String folder) throws IOException {
    Path path = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module, folder);
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).filter(Names::topLevel).map(Names::simple).toList();
    }
  }

  private static Map<String, List<String>> listed(JarURLConnection connection) {
    try (JarFile jar = new JarFile(Path.of(connection.getJarFileURL().toURI()).toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> topLevel(name) && name.contains("/"))
          .collect(Collectors.groupingBy(name -> name.substring(0, name.lastIndexOf('/')), Collectors.mapping(Names::simple, Collectors.toList())));
    } catch (IOException | java.net.URISyntaxException e) {
      return Map.of();
    }
  }

  private static boolean topLevel(String file) {
    return file.endsWith(CLASS) && file.indexOf('$') < 0 && file.indexOf('-') < 0;
  }

  private static String simple(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - CLASS.length());
  }
}
