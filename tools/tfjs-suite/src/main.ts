/**
 * `npx -y pnpm@12 --filter @ser/tfjs-suite start`: tfjs-core's own tests on the wasm backend, with
 * and without `enableWasmTraining`. Prints and writes to dist/report.json what passed before and
 * fails after, and fails when that is more than src/known-mistakes.ts says.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkSuite } from './check-suite.ts';

const check = await checkSuite();
const file = fileURLToPath(new URL('../dist/report.json', import.meta.url));
mkdirSync(new URL('../dist/', import.meta.url), { recursive: true });
writeFileSync(file, `${JSON.stringify(check, null, 2)}\n`);
for (const [backend, count] of Object.entries(check.passed)) {
  console.log(`${backend}: ${count} of tfjs-core's tests pass`);
}
console.log(`${check.mended.length} fail on wasm and pass with ours; ${file} lists them`);
console.log(`kernels that cpu has and wasm has not: ${check.missingKernels.join(', ')}`);
for (const { name, message } of check.regressions) {
  console.error(`passed before and fails after: ${name}\n  ${message}`);
}
for (const name of check.unseen) {
  console.error(`src/known-mistakes.ts: this test no longer fails: ${name}`);
}
process.exitCode = check.regressions.length + check.unseen.length > 0 ? 1 : 0;
