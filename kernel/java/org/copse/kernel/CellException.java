package org.copse.kernel;

/** An exception of a cell whose own class cannot be made again outside it. */
final class CellException extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final String className;

  CellException(String className, String message, StackTraceElement[] frames) {
    super(message);
    this.className = className;
    setStackTrace(frames);
  }

  String className() {
    return className;
  }
}
