package org.copse.kernel;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.kernel.JavaKernelBuilder;

/** Builds the kernel as JJava builds its own, but of our class and with a history. */
final class CopseKernelBuilder extends JavaKernelBuilder<CopseKernelBuilder, CopseKernel> {

  @Override
  public CopseKernel build() {
    String name = buildName();
    var encoding = buildJupyterIOEncoding();
    var evaluator = buildCodeEvaluator(name);
    var shell = buildJShell(evaluator);
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
}
