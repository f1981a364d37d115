/**
 * `npx -y pnpm@12 --filter @ser/tfjs-suite start`: tfjs-core's own tests on the wasm backend, with
 * and without `enableWasmTraining`. Prints and writes to dist/report.json what passed before and
 * fails after, and fails when that is more than src/known-mistakes.ts says.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkSuite } from './check-suite.ts';
import { describeCheck } from './describe-check.ts';

const check = await checkSuite();
const file = fileURLToPath(new URL('../dist/report.json', import.meta.url));
mkdirSync(new URL('../dist/', import.meta.url), { recursive: true });
writeFileSync(file, `${JSON.stringify(check, null, 2)}\n`);
const { lines, errors } = describeCheck(check);
for (const line of lines) console.log(line);
console.log(`${file} lists them`);
for (const error of errors) console.error(error);
process.exitCode = errors.length > 0 ? 1 : 0;
