// Decodes 10,000 damaged WAV files of three seconds, up to 2.3 MB each, prints the worst of them
// and exits with 1 when one breaks a rule: `npx -y pnpm@12 --filter @ser/corpus fuzz`.
import { fuzzDecodeWav } from './fuzz-decode-wav.ts';

const report = fuzzDecodeWav({
  count: 10_000,
  frames: +(process.argv[2] ?? 144_000),
  seed: 20261122,
});
console.log(report);
if (report.breaches.length > 0) process.exitCode = 1;
