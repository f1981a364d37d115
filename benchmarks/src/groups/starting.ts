import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeWav } from '../../../packages/corpus/src/testing/write-wav.ts';
import { speechLike } from '../signals/speech-like.ts';
import type { Group, Side, Work } from '../work/work.ts';

const ROOT = new URL('../../../', import.meta.url);
const SER = fileURLToPath(new URL('packages/cli/dist/main.js', ROOT));
const PEER = 'Node itself';
/** What users import, by what is found from this folder. */
const IMPORTED = [
  '@ser/corpus',
  '@ser/features',
  '@ser/model/linear',
  '@ser/model',
  '@ser/experiment',
  '@ser/recognizer',
  '@ser/wasm-training',
];
const RATE = 48_000;

/** Processes that start, do one thing and end, on what is built: the packages' `dist`. */
export function starting(): Group {
  const folder = mkdtempSync(join(tmpdir(), 'ser-bench-'));
  const clip = join(folder, 'clip.wav');
  const codes = speechLike(RATE, 3).map((sample) => Math.round(sample * 32_767));
  writeFileSync(clip, writeWav(codes, { sampleRate: RATE }));
  const bare = starts('-e', '0');
  const work = (name: string, ...args: string[]): Work => ({
    name,
    prepare() {
      if (!existsSync(SER)) throw new Error('run `npx -y pnpm@12 build` first');
      return { ours: starts(...args), peers: { [PEER]: bare } };
    },
  });
  const answer = fileURLToPath(new URL('../first-answer/recognizer.ts', import.meta.url));
  return {
    heading: 'Starting',
    about: `A process from its start to its end, on the built packages; beside it \`node -e 0\`, so × is the share that Node itself has. \`ser predict\` of 3 s at 48,000 Hz with the published model.`,
    rounds: 9,
    budget: 1,
    works: [
      work('ser --help', SER, '--help'),
      work('ser predict CLIP', SER, 'predict', clip),
      ...IMPORTED.map((name) =>
        work(`import '${name}'`, '--input-type=module', '-e', `import '${name}'`),
      ),
      work('@ser/recognizer: import, load, first answer', answer),
    ],
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Node with these arguments. */
function starts(...args: string[]): Side {
  const run = promisify(execFile);
  const cwd = fileURLToPath(new URL('benchmarks', ROOT));
  return async () => {
    const start = performance.now();
    await run(process.execPath, args, { cwd });
    return performance.now() - start;
  };
}
