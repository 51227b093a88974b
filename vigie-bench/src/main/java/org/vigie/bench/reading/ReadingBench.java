package org.vigie.bench.reading;

import org.vigie.bench.Bench;

/** The same invented chats, read by us and by the peer. */
public final class ReadingBench implements Bench {

  private static final String CHAT = "chat.txt";
  private static final double WHOLE_PROCESS_BAR = 2;

  /** Nothing is measured yet. */
  public ReadingBench() {}

  @Override
  public void run(Run run) throws Exception {
    var report = run.report();
    report.title("reading an export of WhatsApp, %d rounds in turn, medians", run.size().rounds());
    var contest = new Contest(run, Peer.WHATSAPP, CHAT, WHOLE_PROCESS_BAR);
    for (var messages : run.size().messages()) {
      Chat.write(run.folder().resolve(CHAT), messages);
      contest.read(messages);
    }
  }
}
