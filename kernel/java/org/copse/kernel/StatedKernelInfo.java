package org.copse.kernel;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.messages.reply.KernelInfoReply;

/** The kernel's description with the status that the protocol asks of every reply. */
final class StatedKernelInfo extends KernelInfoReply {

  /** Written into the message by its name. */
  final String status = "ok";

  StatedKernelInfo(
      String protocol, String name, String version, LanguageInfo language, String banner, List<HelpLink> links) {
    super(protocol, name, version, language, banner, links);
  }
}
