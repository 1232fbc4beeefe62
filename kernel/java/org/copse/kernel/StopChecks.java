package org.copse.kernel;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import org.dflib.jjava.shaded.org.eclipse.sisu.space.asm.ClassReader;
import org.dflib.jjava.shaded.org.eclipse.sisu.space.asm.ClassVisitor;
import org.dflib.jjava.shaded.org.eclipse.sisu.space.asm.ClassWriter;
import org.dflib.jjava.shaded.org.eclipse.sisu.space.asm.Label;
import org.dflib.jjava.shaded.org.eclipse.sisu.space.asm.MethodVisitor;
import org.dflib.jjava.shaded.org.eclipse.sisu.space.asm.Opcodes;

/**
 * Puts a question into the loops of a cell, "was this cell interrupted?", as JShell's own local engine does since JDK 20: before each
 * jump backwards. Code without a branch, and code that asks {@code Thread.interrupted()} itself, stays as it is.
 */
final class StopChecks {

  private static final String ASKED = StoppedCells.class.getName().replace('.', '/');
  private static final int MAJOR = 6;
  private static final int KNOWN_MAJOR = 61;

  private StopChecks() {}

  static ClassBytecodes[] into(ClassBytecodes[] classes, boolean all) {
    ClassBytecodes[] changed = new ClassBytecodes[classes.length];
    for (int i = 0; i < classes.length; i++) {
      byte[] code = classes[i].bytecodes();
      String text = new String(code, StandardCharsets.ISO_8859_1);
      boolean loops = hasLoops(text) && !asksItself(text);
      changed[i] = all || loops ? new ClassBytecodes(classes[i].name(), woven(code, loops)) : classes[i];
    }
    return changed;
  }

  /** Every branch has a frame; lambdas may be called in a loop that is the library's. */
  private static boolean hasLoops(String text) {
    return text.contains("StackMapTable") || text.contains("lambda$");
  }

  private static boolean asksItself(String text) {
    // names as the constants have them, after their length
    return text.contains("\0\13interrupted") || text.contains("\0\15isInterrupted");
  }

  private static byte[] woven(byte[] code, boolean loops) {
    // The reader knows classes up to its own time; nothing in the format that it reads has changed since.
    byte[] known = code.clone();
    int major = (code[MAJOR] & 0xff) << 8 | code[MAJOR + 1] & 0xff;
    known[MAJOR + 1] = (byte) Math.min(major, KNOWN_MAJOR);
    try {
      ClassReader reader = new ClassReader(known);
      ClassWriter writer = new ClassWriter(0);
      reader.accept(new Weaver(writer, loops), 0);
      byte[] result = writer.toByteArray();
      result[MAJOR] = code[MAJOR];
      result[MAJOR + 1] = code[MAJOR + 1];
      return result;
    } catch (RuntimeException e) {
      return code; // a loop that is not stopped is better than a cell that does not run
    }
  }

  private static final class Weaver extends ClassVisitor {
    private final boolean loops;

    Weaver(ClassVisitor next, boolean loops) {
      super(Opcodes.ASM9, next);
      this.loops = loops;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
      boolean cell = name.startsWith("do_it");
      return next == null || !cell && !loops ? next : new Loops(next, cell, loops);
    }
  }

  private static final class Loops extends MethodVisitor {
    private final Set<Label> seen = new HashSet<>();
    private final boolean cell;
    private final boolean asks;

    Loops(MethodVisitor next, boolean cell, boolean asks) {
      super(Opcodes.ASM9, next);
      this.cell = cell;
      this.asks = asks;
    }

    private void ask(String question) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, ASKED, question, "()V", false);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      ask(cell ? "begin" : "check");
    }

    @Override
    public void visitLabel(Label label) {
      seen.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      if (asks && seen.contains(target)) ask("check");
      super.visitJumpInsn(opcode, target);
    }
  }
}
