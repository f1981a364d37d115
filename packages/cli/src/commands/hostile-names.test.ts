import { writeParquet } from '@ser/experiment';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CliRun } from '../testing/run-in-process.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { toneWav } from '../testing/tone-wav.ts';

/** An escape sequence, a bell, both kinds of line ends, a C1 control, a turn of direction. */
const EVIL = 'x\x1b[31m\x07\r\nFORGED\x9b2J\u202egpj\u200b';
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Checks that a terminal obeys nothing of what was printed, and that no line was forged. */
function expectHarmless({ stdout, stderr }: CliRun): void {
  for (const text of [stdout, stderr]) {
    expect(text.replaceAll('\n', '')).not.toMatch(HIDDEN);
    expect(text).not.toMatch(/^FORGED/m);
  }
  // JSON has an escape of its own, `\\u001b`.
  const shown = /x\\\S*1b\S*\[31m\\\S*FORGED\\\S*9b\S*2J\\\S*202e/;
  expect(stdout + stderr).toMatch(shown);
}

const sandbox = sharedSandbox();
const { put, ser } = sandbox;
beforeAll(() => {
  put(`clips/${EVIL}.wav`, toneWav(3, 200));
  put('clips/03-01-01-01-01-01-01.wav', toneWav(3, 300));
  put(`${EVIL}/03-01-01-01-01-01-01.wav`, 'no sound');
  put(`${EVIL}.wav`, toneWav(3, 200));
  put('evil.zip', zipSync({ [`${EVIL.replace('\\', '')}.wav`]: toneWav(1, 200) }));
  put('small.json', JSON.stringify({ ...SMALL_RECIPE, fit: { epochs: 1 } }));
  put(`${EVIL}.json`, '{');
  const { rows, ...table } = syntheticTable();
  const rename = (name: string, of: string): string => (name === of ? EVIL : name);
  const labels = table.labels.map((label) => rename(label, 'calm'));
  const evil = rows.map((row) => ({
    ...row,
    label: rename(row.label, 'calm'),
    speaker: rename(row.speaker, '21'),
  }));
  put('evil.parquet', writeParquet({ ...table, labels, rows: evil }));
  put(`${EVIL}.parquet`, 'PAR1');
  put('locked/run.lock', JSON.stringify({ pid: 1, host: EVIL }));
});

describe('a name that would command the terminal', () => {
  it.each<[string, string[]]>([
    ['of a file that features prints', ['features', `${EVIL}.wav`]],
    ['of a file that is not there', ['features', `${EVIL}-gone.wav`]],
    ['of a clip that inspect leaves out', ['inspect', '--data', 'clips']],
    ['of a folder', ['inspect', '--data', EVIL]],
    ['in a zip', ['inspect', '--data', 'evil.zip']],
    ['of data that are not there', ['train', '--data', `${EVIL}-gone`]],
    ['of a table', ['train', '--data', `${EVIL}.parquet`]],
    ['of a recipe', ['train', '--recipe', `${EVIL}.json`]],
    ['of a file that is predicted', ['predict', `${EVIL}.wav`]],
    ['of a file in windows', ['predict', `${EVIL}.wav`, '--windows']],
    ['of a file in a table', ['predict', `${EVIL}.wav`, '--csv']],
    ['of a file in a table of windows', ['predict', `${EVIL}.wav`, '--windows', '--csv']],
    ['of a voice', ['predict', 'a.wav', '--voice', `${EVIL}-gone`]],
    ['of a voice to write', ['calibrate', `${EVIL}.wav`, '--out', `/proc/${EVIL}.json`]],
    ['of a model', ['predict', 'a.wav', '--model', `${EVIL}-gone`]],
    ['of a folder for a run', ['train', '--resume', `${EVIL}-gone`]],
    ['of a table to write', ['features', 'clips', '--out', `/proc/${EVIL}.npz`]],
    ['of an option', ['train', `--${EVIL}`]],
    ['of a command', [EVIL]],
    ['of a choice', ['train', '--protocol', EVIL]],
  ])('is shown: %s', async (_, args) => {
    expectHarmless(await ser(...args));
  });

  it('is shown: the host of a lock', async () => {
    expectHarmless(await ser('train', '--out', 'locked'));
  });

  it('is escaped in JSON, which gives it back', async () => {
    const run = await ser('features', `${EVIL}.wav`, '--json');
    expect(run.stdout.replaceAll('\n', '')).not.toMatch(HIDDEN);
    expect(JSON.parse(run.stdout).files[0].file).toBe(`${EVIL}.wav`);
  });
});

describe('a label or speaker that would command the terminal', () => {
  let trained: CliRun;
  beforeAll(async () => {
    const args = ['--data', 'evil.parquet', '--recipe', 'small.json', '--no-variants'];
    trained = await ser('train', ...args, '--protocol', 'clip', '--folds', '2', '--out', 'run');
  });

  it('is shown by train', () => {
    expect(trained.code).toBe(0);
    expectHarmless(trained);
  });

  it('is shown by evaluate', async () => {
    expectHarmless(await ser('evaluate', '--data', 'evil.parquet', '--model', 'run'));
  });

  it('is shown by predict', async () => {
    expectHarmless(await ser('predict', `${EVIL}.wav`, '--model', 'run'));
  });

  it('is shown where the data have it and the model has not', async () => {
    put('mild.parquet', writeParquet(syntheticTable()));
    expectHarmless(await ser('evaluate', '--data', 'mild.parquet', '--model', 'run'));
  });
});
