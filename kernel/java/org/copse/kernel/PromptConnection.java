package org.copse.kernel;

import java.lang.reflect.Field;
import java.security.GeneralSecurityException;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/**
 * JJava's connection, which looks for a message every 50 ms, made to look every 4 ms: a cell, a completion or an interrupt
 * would else wait 25 ms in the mean before anything happens. An idle kernel was seen to use 4 % of a core with it.
 */
final class PromptConnection extends JupyterConnection {

  private static final long PAUSE_MILLIS = 4;

  PromptConnection(KernelConnectionProperties properties) throws GeneralSecurityException {
    super(properties);
    hurry(shell);
    hurry(control);
  }

  private static void hurry(ShellChannel channel) {
    try {
      Field pause = ShellChannel.class.getDeclaredField("sleep");
      pause.setAccessible(true);
      pause.setLong(channel, PAUSE_MILLIS);
    } catch (ReflectiveOperationException e) {
      // another JJava: it keeps its own pause
    }
  }
}
