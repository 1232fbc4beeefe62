package org.copse.kernel;

import jdk.jshell.spi.ExecutionControl;

/** JJava's control of execution, whose cells can be stopped in loops of their own. */
final class StoppableControl implements ExecutionControl {

  private final ExecutionControl control;

  StoppableControl(ExecutionControl control) {
    this.control = control;
  }

  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException, NotImplementedException, EngineTerminationException {
    control.load(StopChecks.into(classes, StoppedCells.ever()));
  }

  @Override
  public void redefine(ClassBytecodes[] classes) throws ClassInstallException, NotImplementedException, EngineTerminationException {
    control.redefine(StopChecks.into(classes, StoppedCells.ever()));
  }

  @Override
  public String invoke(String className, String method) throws RunException, EngineTerminationException, InternalException {
    return control.invoke(className, method);
  }

  @Override
  public String varValue(String className, String name) throws RunException, EngineTerminationException, InternalException {
    return control.varValue(className, name);
  }

  @Override
  public void addToClasspath(String path) throws EngineTerminationException, InternalException {
    control.addToClasspath(path);
  }

  @Override
  public void stop() throws EngineTerminationException, InternalException {
    control.stop();
  }

  @Override
  public Object extensionCommand(String command, Object argument) throws RunException, EngineTerminationException, InternalException {
    return control.extensionCommand(command, argument);
  }

  @Override
  public void close() {
    control.close();
  }
}
