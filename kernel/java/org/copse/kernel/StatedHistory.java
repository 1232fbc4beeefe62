package org.copse.kernel;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.ReplyType;
import org.dflib.jjava.jupyter.messages.reply.HistoryReply;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/** The answer to a question about the history in the protocol's form: a status, and a list of lists. */
final class StatedHistory implements ContentType<StatedHistory>, ReplyType<HistoryRequest> {

  /** Written into the message by their names. */
  final String status = "ok";

  final List<List<Object>> history;

  StatedHistory(List<HistoryEntry> entries) {
    history = entries.stream().map(StatedHistory::row).toList();
  }

  private static List<Object> row(HistoryEntry entry) {
    Object code = entry.hasOutput() ? List.of(entry.getInput(), entry.getOutput()) : entry.getInput();
    return List.of(entry.getSession(), entry.getCellNumber(), code);
  }

  @Override
  @SuppressWarnings("unchecked") // the type only names the message: "history_reply"
  public MessageType<StatedHistory> getType() {
    return (MessageType<StatedHistory>) (MessageType<?>) HistoryReply.MESSAGE_TYPE;
  }

  @Override
  public MessageType<HistoryRequest> getRequestType() {
    return HistoryReply.REQUEST_MESSAGE_TYPE;
  }
}
