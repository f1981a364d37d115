import { readFileSync, writeSync } from 'node:fs';
import type { LimitedRun } from '../run-limited.ts';

const { module, call, args } = JSON.parse(process.argv[2]);
const exported = await import(module);
if (typeof exported[call] !== 'function') throw new Error(`${module} must export ${call}`);

const before = process.cpuUsage();
let outcome: Pick<LimitedRun, 'value' | 'error'>;
try {
  outcome = { value: await exported[call](...args) };
} catch (thrown) {
  const { name, message, code } =
    thrown instanceof Error
      ? (thrown as Error & { code?: string })
      : { name: typeof thrown, message: String(thrown), code: undefined };
  outcome = { error: { name, message, code } };
}
const { user, system } = process.cpuUsage(before);
const run: LimitedRun = {
  ...outcome,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: peakKilobytes() / 1024,
};
// The file descriptor that the parent reads; standard output may hold anything.
writeSync(3, JSON.stringify(run));
process.exit();

/** Linux counts the parent's peak into `maxRSS`; the peak of the process' own memory is VmHWM. */
function peakKilobytes(): number {
  try {
    const [, own] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Number(own ?? process.resourceUsage().maxRSS);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
