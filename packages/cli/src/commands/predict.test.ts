import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { EMOTIONS } from '@ser/ravdess';
import { describeWith, REAL_CLIPS, ravdessMiniFile } from '@ser/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import wavefile from 'wavefile';
import { sharedSandbox } from '../testing/sandbox.ts';
import { toneWav } from '../testing/tone-wav.ts';
import { trainSmallModel } from '../testing/train-small-model.ts';

/** What `ser predict --json` prints for each file. */
interface FilePrediction {
  file: string;
  emotion: string;
  scores: Record<string, number>;
}

const sandbox = sharedSandbox();
const { bytes, json, put, ser } = sandbox;
let model: string;
beforeAll(async () => {
  model = await trainSmallModel(sandbox);
  put('voice.wav', toneWav(3, 200));
  put('other.wav', toneWav(3, 900));
});

describe('ser predict', () => {
  it('names the emotion of the highest score', async () => {
    const [{ emotion, scores }] = await json<FilePrediction[]>('predict', 'voice.wav');
    expect(scores[emotion]).toBe(Math.max(...Object.values(scores)));
  });

  it('gives a probability for each of the eight emotions', async () => {
    const [{ scores }] = await json<FilePrediction[]>('predict', 'voice.wav');
    expect(Object.keys(scores)).toHaveLength(8);
    const sum = Object.values(scores).reduce((a, b) => a + b);
    // Eight float32 numbers, each off by half a unit in the last place.
    expect([sum]).toBeAllclose([1], { rtol: 0, atol: 5e-7 });
  });

  it('takes several files, in their order', async () => {
    const predictions = await json<FilePrediction[]>('predict', 'other.wav', 'voice.wav');
    expect(predictions.map(({ file }) => file)).toEqual(['other.wav', 'voice.wav']);
  });

  it('says for people which model it took, and draws the scores', async () => {
    const { code, stdout } = await ser('predict', 'voice.wav');
    expect(stdout).toMatch(
      new RegExp(`^model: ${model}\n\nvoice.wav: [a-z]+\n  [a-z]+ +\\d+\\.\\d %`),
    );
    expect(code).toBe(0);
  });

  it('stops at Ctrl-C', async () => {
    const { code, stdout } = await sandbox.serInterrupted(
      'left out nowhere.wav',
      ...['predict', 'nowhere.wav', 'voice.wav'],
    );
    expect(code).toBe(130);
    expect(stdout).toBe('');
  });
});

describe('a file without a voice', () => {
  beforeAll(() => {
    put('silence.wav', toneWav(3, 0));
    // A voice, and silence from 0.6 s on, where the model listens.
    const late = toneWav(4, 200);
    const loud = late.subarray(late.length - 16_000, late.length);
    put(
      'early.wav',
      Buffer.concat([late.subarray(0, 44), loud, Buffer.alloc(late.length - 16_044)]),
    );
  });

  it.each(['silence.wav', 'early.wav'])('is named with a warning: %s', async (file) => {
    const run = await ser('predict', file, 'voice.wav', '--json');
    const predictions = JSON.parse(run.stdout) as { warnings: string[] }[];
    expect(predictions.map(({ warnings }) => warnings)).toEqual([['silent'], []]);
    expect(run.stderr).toContain(`warning: ${file}: it is silent where the model listens`);
    expect(run.code).toBe(0);
  });

  it('says so to people beside the emotion', async () => {
    const { stdout } = await ser('predict', 'silence.wav');
    expect(stdout).toMatch(/^silence\.wav: [a-z]+ \(silent\)$/m);
  });
});

describe('a header that contradicts itself', () => {
  it('is read, and said', async () => {
    const wav = Buffer.from(toneWav(3, 200));
    wav.writeUInt16LE(4, 32);
    put('align.wav', wav);
    const { code, stderr } = await ser('predict', 'align.wav');
    expect(stderr).toContain('warning: align.wav: ');
    expect(code).toBe(0);
  });
});

describe('a file that it cannot read', () => {
  beforeAll(() => {
    put('text.wav', 'not a sound');
    put('cut.wav', toneWav(3, 200).subarray(0, 5000));
    put('short.wav', toneWav(0.2, 200));
  });

  it.each([
    ['nowhere.wav', 'there is no such file'],
    ['text.wav', 'text.wav must be a WAV file'],
    ['cut.wav', 'must '],
  ])('is left out, and said why: %s', async (file, why) => {
    const { code, stdout, stderr } = await ser('predict', file, 'voice.wav', '--json');
    expect(stderr).toMatch(new RegExp(`left out ${file}: .*${why}`));
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(code).toBe(1);
  });
});

describe('the model', () => {
  it('is the newest run’s unless it is named', async () => {
    mkdirSync(join(sandbox.folder, 'runs/newer'));
    for (const file of ['model.json', 'weights.bin']) {
      copyFileSync(join(sandbox.folder, model, file), join(sandbox.folder, 'runs/newer', file));
    }
    const later = Date.now() / 1000 + 60;
    utimesSync(join(sandbox.folder, 'runs/newer/model.json'), later, later);
    expect((await ser('predict', 'voice.wav')).stdout).toContain('model: runs/newer\n');
    const named = await ser('predict', 'voice.wav', '--model', model);
    expect(named.stdout).toContain(`model: ${model}\n`);
  });

  it('must be there', async () => {
    const { code, stderr } = await ser('predict', 'voice.wav', '--model', 'nowhere');
    expect(stderr).toMatch(/^error: .*nowhere/);
    expect(code).toBe(1);
  });

  it('may be named by its file', async () => {
    const named = await ser('predict', 'voice.wav', '--model', `${model}/model.json`);
    expect(named.stdout).toContain(`model: ${model}\n`);
  });

  it('may be a link, which is only read', async () => {
    symlinkSync(model, join(sandbox.folder, 'latest'));
    expect((await ser('predict', 'voice.wav', '--model', 'latest')).code).toBe(0);
  });

  it('is no pipe', async () => {
    mkdirSync(join(sandbox.folder, 'odd'));
    put('odd/model.json', bytes(`${model}/model.json`));
    execFileSync('mkfifo', [join(sandbox.folder, 'odd/weights.bin')]);
    const { code, stderr } = await ser('predict', 'voice.wav', '--model', 'odd');
    expect(stderr).toMatch(/^error: .*odd\/weights\.bin must be a plain file, got a named pipe/);
    expect(code).toBe(1);
  });

  it('must be whole', async () => {
    put('cut/model.json', bytes(`${model}/model.json`));
    put('cut/weights.bin', bytes(`${model}/weights.bin`).subarray(0, 100));
    const { code, stderr } = await ser('predict', 'voice.wav', '--model', 'cut');
    expect(stderr).toMatch(/^error: .*weights\.bin/);
    expect(code).toBe(1);
  });
});

describe('without a run', () => {
  const { ser: serWithoutRun } = sharedSandbox();

  it('says how to make one', async () => {
    const { code, stderr } = await serWithoutRun('predict', 'voice.wav');
    expect(stderr).toContain('there is no finished run in runs/; train one with');
    expect(code).toBe(1);
  });
});

it('names an emotion in a stereo clip of 48 kHz', async () => {
  const RATE = 48_000;
  const channel = (hertz: number) =>
    Int16Array.from({ length: 3 * RATE }, (_, i) => 9000 * Math.sin((hertz * 6.28 * i) / RATE));
  const wav = new wavefile.WaveFile();
  wav.fromScratch(2, RATE, '16', [channel(200), channel(300)]);
  put('stereo.wav', wav.toBuffer());
  const [{ emotion }] = await json<FilePrediction[]>('predict', 'stereo.wav', '--model', model);
  expect(EMOTIONS).toContain(emotion);
});

describeWith(REAL_CLIPS)('on RAVDESS itself', () => {
  it('names an emotion in a stereo clip', async () => {
    const stereo = ravdessMiniFile('03-01-02-01-01-02-01');
    const [{ emotion }] = await json<FilePrediction[]>('predict', stereo, '--model', model);
    expect(emotion).toMatch(/^[a-z]+$/);
  });
});
