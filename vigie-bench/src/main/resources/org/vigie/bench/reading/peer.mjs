// The peer's side: "speed FILE ROUNDS WARM" prints messages a second, "json FILE" writes JSON lines.
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';

const { parseString } = createRequire(process.cwd() + '/')('whatsapp-chat-parser');
const [mode, file, rounds, warm] = process.argv.slice(2);
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
  const speeds = [];
  let count = 0;
  for (let round = 0; round < Number(rounds) + Number(warm); round++) {
    const start = process.hrtime.bigint();
    count = parseString(all).length;
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (round >= Number(warm)) speeds.push(count / seconds);
  }
  speeds.sort((a, b) => a - b);
  console.log(count + ' ' + speeds[Math.floor(speeds.length / 2)]);
}
