/**
 * `ser`, of which one shard is killed in the middle of its work, the first time that it runs:
 *
 *     node killed-once.ts SER MARKER INDEX ARGUMENT…
 *
 * The process dies by SIGKILL once it has begun to extract, and leaves the file MARKER; whoever
 * runs it again finds it whole.
 */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

const [ser, marker, index, ...args] = process.argv.slice(2);
const given = args[args.indexOf('--shard-index') + 1];
const dies = args[0] === 'features' && given === index && !existsSync(marker);

const child = spawn(ser, args, { stdio: ['ignore', 'inherit', 'pipe'] });
let text = '';
child.stderr.on('data', (bytes: Buffer) => {
  process.stderr.write(bytes);
  text += bytes;
  if (!dies || !/extracting \d/.test(text) || existsSync(marker)) return;
  writeFileSync(marker, `shard ${index}\n`);
  child.kill('SIGKILL');
});
child.on('close', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code ?? 1;
});
