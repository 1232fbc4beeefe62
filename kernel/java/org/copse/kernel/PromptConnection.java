package org.copse.kernel;

import java.lang.reflect.Field;
import java.security.GeneralSecurityException;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/**
 * JJava's connection, which looks for a message every 50 ms, made to look every 4 ms: a cell or a completion would
 * else wait 25 ms in the mean before anything happens. Interrupts are looked for every 20 ms.
 */
final class PromptConnection extends JupyterConnection {

  private static final long CELL_MILLIS = 4;
  private static final long CONTROL_MILLIS = 20;

  PromptConnection(KernelConnectionProperties properties) throws GeneralSecurityException {
    super(properties);
    hurry(shell, CELL_MILLIS);
    hurry(control, CONTROL_MILLIS);
  }

  private static void hurry(ShellChannel channel, long millis) {
    try {
      Field pause = ShellChannel.class.getDeclaredField("sleep");
      pause.setAccessible(true);
      pause.setLong(channel, millis);
    } catch (ReflectiveOperationException e) {
      // another JJava: it keeps its own pause
    }
  }
}
