package org.copse.kernel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/** The cells of this session, for a console's arrow keys; nothing is written to disk. */
final class SessionHistory implements HistoryManager {

  private static final int SESSION = 1;
  private final List<HistoryEntry> entries = new ArrayList<>();

  synchronized void add(int cell, String code) {
    entries.add(new HistoryEntry(SESSION, cell, code, null));
  }

  List<HistoryEntry> answer(HistoryRequest request) {
    Set<ResultFlag> flags = EnumSet.noneOf(ResultFlag.class);
    if (request.includeOutput()) flags.add(ResultFlag.INCLUDE_OUTPUT);
    if (request instanceof HistoryRequest.Range range) {
      return lookupRange(range.getSessionIndex(), range.getStart(), range.getStop(), flags);
    }
    if (request instanceof HistoryRequest.Search search) {
      if (search.filterUnique()) flags.add(ResultFlag.UNIQUE);
      return search(search.getPattern(), search.getMaxReturnLength(), flags);
    }
    return lookupTail(((HistoryRequest.Tail) request).getMaxReturnLength(), flags);
  }

  @Override
  public synchronized List<HistoryEntry> lookupTail(int length, Set<ResultFlag> flags) {
    return last(entries, length, flags);
  }

  @Override
  public synchronized List<HistoryEntry> lookupRange(int session, int start, int end, Set<ResultFlag> flags) {
    if (session != 0 && session != SESSION) return List.of();
    List<HistoryEntry> found = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      if (entry.getCellNumber() >= start && entry.getCellNumber() < end) found.add(entry);
    }
    return last(found, found.size(), flags);
  }

  @Override
  public synchronized List<HistoryEntry> search(String glob, int length, Set<ResultFlag> flags) {
    Pattern pattern = pattern(glob);
    List<HistoryEntry> found = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      if (pattern.matcher(entry.getInput()).matches()) found.add(entry);
    }
    if (flags.contains(ResultFlag.UNIQUE)) {
      Map<String, HistoryEntry> latest = new LinkedHashMap<>();
      for (HistoryEntry entry : found) {
        latest.remove(entry.getInput());
        latest.put(entry.getInput(), entry);
      }
      found = new ArrayList<>(latest.values());
    }
    return last(found, length, flags);
  }

  private static List<HistoryEntry> last(List<HistoryEntry> all, int length, Set<ResultFlag> flags) {
    // A question that names no length asks for all.
    List<HistoryEntry> kept = length <= 0 ? all : all.subList(Math.max(0, all.size() - length), all.size());
    boolean output = flags.contains(ResultFlag.INCLUDE_OUTPUT);
    List<HistoryEntry> copies = new ArrayList<>();
    for (HistoryEntry entry : kept) {
      copies.add(new HistoryEntry(entry.getSession(), entry.getCellNumber(), entry.getInput(), output ? "" : null));
    }
    return copies;
  }

  /** An SQLite glob: * any text, ? one character, [...] one of a list. */
  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else if (close > 0) {
        String list = glob.substring(i + 1, close);
        boolean not = list.startsWith("^");
        regex.append(not ? "[^" : "[").append((not ? list.substring(1) : list).replaceAll("[\\\\\\[\\]&^]", "\\\\$0")).append(']');
        i = close;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
