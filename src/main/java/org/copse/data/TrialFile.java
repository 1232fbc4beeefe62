package org.copse.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.copse.numeric.LongRun;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/** Finds out what a file is and reads its cells as text. */
final class TrialFile {

  private static final int ZIP_FIRST = 'P';
  private static final int ZIP_SECOND = 'K';

  private TrialFile() {}

  /** Reads a file by its extension. */
  static TextTable read(Path file) {
    String name = require(file);
    return switch (extension(name)) {
      case "csv" -> delimited(file, null);
      case "tsv" -> delimited(file, '\t');
      case "xlsx" -> workbook(file, null);
      case "json" -> TextTable.of(name, JsonText.parse(name, text(file, name)));
      case "xls" ->
          throw cannot(
              name,
              "file",
              "be .csv, .tsv, .xlsx or .json",
              "an old .xls workbook",
              "Save it as .xlsx or .csv.");
      default ->
          throw cannot(
              name,
              "file name",
              "end in .csv, .tsv, .xlsx or .json",
              "'" + name + "'",
              "Save it as one of these, or use readDelimited for other text files.");
    };
  }

  /** Reads delimited text whatever the file's name; a null delimiter is found in the header. */
  static TextTable delimited(Path file, Character delimiter) {
    String name = require(file);
    String text = text(file, name);
    char used = delimiter == null ? CsvText.detect(text) : delimiter;
    return TextTable.of(name, CsvText.parse(name, text, used));
  }

  /** Reads one sheet, the first one if its name is null. */
  static TextTable workbook(Path file, String sheet) {
    String name = require(file);
    try {
      byte[] start = new byte[2];
      try (var in = Files.newInputStream(file)) {
        int read = in.readNBytes(start, 0, 2);
        if (read < 2 || start[0] != ZIP_FIRST || start[1] != ZIP_SECOND) {
          throw broken(name);
        }
      }
      return TextTable.of(name, XlsxText.parse(file, sheet));
    } catch (IOException
        | ExcelReaderException
        | IndexOutOfBoundsException
        | NumberFormatException e) {
      LongRun.heed();
      // the latter two: a cell that names a text which the workbook does not have
      IllegalArgumentException broken = broken(name);
      broken.initCause(e);
      throw broken;
    }
  }

  private static IllegalArgumentException broken(String name) {
    return cannot(
        name,
        "file",
        "be an .xlsx workbook",
        "damaged or of another kind",
        "Open it in a spreadsheet program and save it as .xlsx, without a password.");
  }

  /** The file's name, after a check that it is there. */
  static String require(Path file) {
    String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    if (Files.isDirectory(file)) {
      throw cannot(name, "path", "name a file", "a folder", "Give the path of the file.");
    }
    if (!Files.isRegularFile(file)) {
      throw cannot(
          name,
          "file",
          "exist",
          "not found at " + file.toAbsolutePath().normalize(),
          similar(file, name));
    }
    return name;
  }

  private static String similar(Path file, String name) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "The folder does not exist either.";
    }
    try (var files = Files.list(folder)) {
      List<String> names = files.map(p -> p.getFileName().toString()).limit(1000).toList();
      List<String> near = Nearest.to(name, names);
      return near.isEmpty()
          ? "Check the path; it is taken from the folder in which Java runs."
          : "Did you mean '" + String.join("' or '", near) + "'?";
    } catch (IOException e) {
      return "Check the path.";
    }
  }

  private static String text(Path file, String name) {
    try {
      return text(Files.readAllBytes(file), name);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  /** Bytes as text; other encodings are refused, as names would be damaged silently. */
  static String text(byte[] bytes, String name) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw cannot(
          name,
          "text",
          "be encoded as UTF-8",
          "something else",
          "Save it as 'CSV UTF-8', or as .xlsx.");
    }
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException cannot(
      String name, String who, String rule, String was, String remedy) {
    return new IllegalArgumentException(Messages.of("Cannot read " + name, who, rule, was, remedy));
  }
}
