package org.copse.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.kernel.magics.ClasspathMagic;
import org.dflib.jjava.kernel.magics.LoadMagic;
import org.dflib.jjava.kernel.magics.TimeMagic;
import org.dflib.jjava.maven.MavenDependencyResolver;
import org.dflib.jjava.maven.magics.LoadFromPomCellMagic;
import org.dflib.jjava.maven.magics.LoadFromPomLineMagic;
import org.dflib.jjava.maven.magics.MavenMagic;
import org.dflib.jjava.maven.magics.MavenRepoMagic;

/** Starts the kernel: JJava with its magics and settings, and Copse's completion, help and errors. */
public final class Main {

  private Main() {}

  /**
   * Starts the kernel and returns when the front end shuts it down.
   *
   * @param arguments the connection file that Jupyter wrote
   * @throws Exception if the file cannot be read or a port cannot be bound
   */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    var connection = new PromptConnection(KernelConnectionProperties.parse(Files.readString(file)));
    CellClassPath.narrow();
    CopseKernel kernel = builder().build();
    kernel.becomeHandlerForConnection(connection);
    // Front ends are answered while the imports are still being made; cells wait for them.
    connection.connect();
    try {
      kernel.onStartup();
      kernel.addToClasspath(Settings.extraClasspath());
      for (String code : Settings.startupSnippets()) kernel.evalBuilder(code).resolveMagics().eval();
    } catch (Exception failure) {
      failure.printStackTrace();
      System.exit(1);
    }
    kernel.started();
    connection.waitUntilClose();
  }

  private static CopseKernelBuilder builder() {
    var time = new TimeMagic();
    var resolver = new MavenDependencyResolver();
    return new CopseKernelBuilder()
        .name("Copse on JJava")
        .version(Settings.version())
        .extensionsEnabled(Settings.extensionsEnabled())
        .compilerOpts(Settings.compilerOptions())
        .timeout(Settings.timeoutMillis(), TimeUnit.MILLISECONDS)
        .lineMagic("load", new LoadMagic())
        .lineMagic("classpath", new ClasspathMagic())
        .lineMagic("time", time)
        .cellMagic("time", time)
        .lineMagic("maven", new MavenMagic(resolver))
        .lineMagic("mavenRepo", new MavenRepoMagic(resolver))
        .lineMagic("loadFromPOM", new LoadFromPomLineMagic(resolver))
        .cellMagic("loadFromPOM", new LoadFromPomCellMagic(resolver));
  }
}
