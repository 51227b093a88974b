// The peer's side: "speed FILE" reads the file once for every line it is sent and prints how many messages
// there were and how many seconds that took, "json FILE" writes JSON lines.
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const { parseString } = createRequire(process.cwd() + '/')('whatsapp-chat-parser');
const [mode, file] = process.argv.slice(2);
const text = () => readFileSync(file, 'utf8');

function write(piece) {
  const bytes = Buffer.from(piece);
  for (let at = 0; at < bytes.length; at += writeSync(1, bytes, at)) {
  }
}

if (mode === 'json') {
  let piece = '';
  for (const message of parseString(text())) {
    piece += JSON.stringify(message) + '\n';
    if (piece.length > 1 << 20) {
      write(piece);
      piece = '';
    }
  }
  write(piece);
} else {
  const all = text();
  for await (const _ of createInterface({ input: process.stdin })) {
    const start = process.hrtime.bigint();
    const count = parseString(all).length;
    write(count + ' ' + Number(process.hrtime.bigint() - start) / 1e9 + '\n');
  }
}
