package org.copse.kernel;

import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.kernel.JavaKernelBuilder;
import org.dflib.jjava.kernel.execution.CodeEvaluator;

/** Builds the kernel as JJava builds its own, but of our class and with a history. */
final class CopseKernelBuilder extends JavaKernelBuilder<CopseKernelBuilder, CopseKernel> {

  @Override
  public CopseKernel build() {
    String name = buildName();
    var encoding = buildJupyterIOEncoding();
    var evaluator = buildCodeEvaluator(name);
    var shell = stoppable(evaluator);
    var language = buildLanguageInfo();
    var transpiler = buildMagicTranspiler();
    return new CopseKernel(
        name,
        buildVersion(),
        language,
        List.<HelpLink>of(),
        new SessionHistory(),
        buildJupyterIO(encoding),
        buildCommManager(),
        buildRenderer(),
        buildMagicsResolver(transpiler),
        buildMagicsRegistry(),
        buildExtensionsEnabled(),
        buildErrorStyler(),
        shell,
        evaluator);
  }

  /** JShell as JJava builds it, with cells whose own loops can be stopped. */
  private JShell stoppable(CodeEvaluator evaluator) {
    ExecutionControlProvider provider = evaluator.getExecControlProvider();
    ExecutionControlProvider ours = new ExecutionControlProvider() {
      @Override
      public String name() {
        return provider.name();
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) throws Throwable {
        return new StoppableControl(provider.generate(env, parameters));
      }
    };
    return JShell.builder()
        .out(System.out)
        .err(System.err)
        .in(System.in)
        .executionEngine(ours, Map.of())
        .compilerOptions(compilerOpts.toArray(String[]::new))
        .build();
  }
}
