import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { seeded } from '@ser/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import wavefile from 'wavefile';

const SAMPLE_RATE = 16_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ser-example-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a file in a process of its own, in the test's folder. @returns what it printed */
async function run(file: string, ...args: string[]): Promise<string> {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const command = ['--conditions=@ser/source', script, ...args];
  return (await promisify(execFile)(process.execPath, command, { cwd: folder })).stdout;
}

describe('train.ts', () => {
  test('ends with the weights of `ser train` with the same seed', async () => {
    const epochs = '1';
    const printed = await run('train.ts', 'mine', epochs);
    const main = '../../../packages/cli/src/main.ts';
    const json = await run(main, 'train', '--epochs', epochs, '--json');
    const { weightsSha256, test: tested } = JSON.parse(json);
    expect(printed).toContain(`accuracy ${tested.accuracy.toFixed(3)}, weights ${weightsSha256}`);
  });

  test('leaves a model with which predict.ts names an emotion', async () => {
    const random = seeded();
    const noise = Int16Array.from({ length: 3 * SAMPLE_RATE }, () => 20_000 * (random() - 0.5));
    const wav = new wavefile.WaveFile();
    wav.fromScratch(1, SAMPLE_RATE, '16', noise);
    writeFileSync(join(folder, 'voice.wav'), wav.toBuffer());
    const [label, ...scores] = (await run('predict.ts', 'voice.wav', 'mine')).split('\n');
    expect(scores.join()).toContain(`${label}: `);
  });
});

describe('what goes wrong is said in a line', () => {
  test.each([
    ['predict.ts', [], 2, /^usage: node predict\.ts voice\.wav \[FOLDER\]\n$/],
    ['predict.ts', ['none.wav'], 1, /^ENOENT: no such file.*none\.wav'\n$/],
    ['predict.ts', [fileURLToPath(import.meta.url), 'none'], 1, /none: there is no model\.json/],
    ['train.ts', ['mine', 'many'], 2, /^usage: node train\.ts \[FOLDER\] \[EPOCHS\]/],
  ])('by %s with %j', async (file, args, code, message) => {
    const error = await run(file, ...args).catch((thrown) => thrown);
    expect(error).toMatchObject({ code, stderr: expect.stringMatching(message) });
    expect(error.stderr.trim().split('\n')).toHaveLength(1);
  });
});
