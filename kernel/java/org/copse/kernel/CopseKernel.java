package org.copse.kernel;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.MagicsResolver;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.kernel.JavaKernel;
import org.dflib.jjava.kernel.execution.CodeEvaluator;

/** JJava's kernel with short completion lists, Javadoc on Shift-Tab, errors that start with what to do, and a history. */
final class CopseKernel extends JavaKernel {

  private final SessionHistory history;
  private final Completion completion;
  private final Help help;
  private final CellErrors errors;
  private final WantedImports imports = new WantedImports(CopseKernel.class.getClassLoader());
  private final IdleIndex index;
  private boolean starting;
  private final CountDownLatch started = new CountDownLatch(1);

  CopseKernel(
      String name,
      String version,
      LanguageInfo language,
      List<HelpLink> links,
      HistoryManager history,
      JupyterIO io,
      CommManager comms,
      Renderer renderer,
      MagicsResolver magics,
      MagicsRegistry registry,
      boolean extensions,
      StringStyler styler,
      JShell shell,
      CodeEvaluator evaluator) {
    super(
        name, version, language, links, history, io, comms, renderer, magics, registry, extensions, styler, shell, evaluator);
    this.history = (SessionHistory) history;
    this.completion = new Completion(shell, this::getClassLoader, imports);
    this.help = new Help(shell);
    this.index = new IdleIndex(shell.sourceCodeAnalysis());
    this.errors = new CellErrors(shell);
  }

  /** Tells what waits (cells, completion, help) that imports and start-up scripts have run. */
  void started() {
    started.countDown();
    index.start();
  }

  private void awaitStart() {
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void handleExecuteRequest(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
    awaitStart();
    ExecuteRequest request = message.getContent();
    if (request.shouldStoreHistory() && !request.isSilent()) history.add(executionCount.get(), request.getCode());
    index.begin();
    try {
      super.handleExecuteRequest(env, message);
    } finally {
      index.end();
    }
  }

  @Override
  protected void handleKernelInfoRequest(ShellReplyEnvironment env, Message<KernelInfoRequest> message) {
    env.setBusyDeferIdle();
    env.reply(new StatedKernelInfo(Header.PROTOCOL_VERISON, name, version, getLanguageInfo(), getBanner(), getHelpLinks()));
  }

  @Override
  protected void handleHistoryRequest(ShellReplyEnvironment env, Message<HistoryRequest> message) {
    env.setBusyDeferIdle();
    env.reply(new StatedHistory(history.answer(message.getContent())));
  }

  /** What extensions import while they are installed waits until it is named. */
  @Override
  public void onStartup() {
    starting = true;
    try {
      super.onStartup();
    } finally {
      starting = false;
    }
  }

  /** JShell takes one import at a time. */
  private void makeImports(String text) {
    imports.wantedBy(text).forEach(getJShell()::eval);
  }

  @Override
  protected Object doEval(String source) {
    String code = starting ? imports.defer(source) : source;
    if (starting && code.isBlank()) return null;
    makeImports(code);
    try {
      return super.doEval(code);
    } catch (RuntimeException failure) {
      throw errors.own(failure, getClassLoader());
    }
  }

  @Override
  public void interrupt() {
    StoppedCells.stopAll();
    super.interrupt();
  }

  @Override
  protected List<String> formatError(Throwable failure) {
    return errors.lines(failure, () -> super.formatError(failure));
  }

  @Override
  public DisplayData inspect(String code, int at, boolean more) {
    awaitStart();
    makeImports(code);
    return help.inspect(code, at);
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    awaitStart();
    index.release();
    makeImports(code);
    ReplacementOptions options = super.complete(code, at);
    return code.startsWith("%", code.lastIndexOf('\n', at - 1) + 1) ? options : completion.complete(code, at);
  }

  @Override
  public String isComplete(String code) {
    awaitStart();
    String answer = super.isComplete(code);
    // JShell calls what cannot be parsed complete, so that running it shows the error.
    boolean wrong = IS_COMPLETE_YES.equals(answer)
        && getJShell().sourceCodeAnalysis().sourceToSnippets(code).stream().anyMatch(s -> s.kind() == Snippet.Kind.ERRONEOUS);
    return wrong ? IS_COMPLETE_BAD : answer;
  }
}
