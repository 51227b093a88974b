package org.vigie.node.witness.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.WitnessAnswer;
import org.vigie.node.shell.Open;
import org.vigie.node.witness.WitnessDoor;

/**
 * Where other houses' logs ask to be cosigned: {@code add-checkpoint} of C2SP tlog-witness. Reads
 * no cookie, sets none, keeps nothing of where the question came from.
 */
@Controller
final class AddCheckpointController {

  private final WitnessDoor door;

  AddCheckpointController(WitnessDoor door) {
    this.door = door;
  }

  @Open
  @PostMapping("/witness/add-checkpoint")
  void add(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getContentLengthLong() > WitnessDoor.LONGEST) {
      response.setHeader("Connection", "close");
      say(response, 413, "");
      return;
    }
    var body = request.getInputStream().readNBytes(WitnessDoor.LONGEST + 1);
    switch (door.ask(body)) {
      case WitnessDoor.Off() -> say(response, 404, "");
      case WitnessDoor.TooLong() -> say(response, 413, "");
      case WitnessDoor.TooOften() -> say(response, 429, "");
      case WitnessDoor.Unreadable() -> say(response, 400, "");
      case WitnessDoor.Answered(var answer) -> say(response, answer);
    }
  }

  private static void say(HttpServletResponse response, WitnessAnswer answer) throws IOException {
    switch (answer) {
      case WitnessAnswer.Cosigned(var line) -> say(response, 200, line.line());
      case WitnessAnswer.UnknownLog() -> say(response, 404, "");
      case WitnessAnswer.Untrusted() -> say(response, 403, "");
      case WitnessAnswer.BadSizes() -> say(response, 400, "");
      case WitnessAnswer.Conflict(var size, var kept) -> {
        show(response, kept);
        response.setContentType("text/x.tlog.size");
        write(response, 409, size + "\n");
      }
      case WitnessAnswer.Inconsistent(var kept) -> {
        show(response, kept);
        say(response, 422, "");
      }
    }
  }

  /** What we hold of the log, so that its house can see for itself what differs. */
  private static void show(HttpServletResponse response, @Nullable SignedNote kept) {
    if (kept != null) {
      var text = Base64.getEncoder().encodeToString(kept.encoded().getBytes(UTF_8));
      response.setHeader(WitnessDoor.KEPT, text);
    }
  }

  private static void say(HttpServletResponse response, int status, String body)
      throws IOException {
    response.setContentType("text/plain;charset=utf-8");
    write(response, status, body);
  }

  private static void write(HttpServletResponse response, int status, String body)
      throws IOException {
    var bytes = body.getBytes(UTF_8);
    response.setStatus(status);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
