import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { EMOTIONS } from '@ser/ravdess';
import { publishedModelFolder } from '@ser/ravdess-data/node';
import { describeWith, REAL_CLIPS, ravdessMiniFile } from '@ser/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAIN } from '../testing/run-process.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { silentWav, speechWav } from '../testing/speech-wav.ts';
import { toneWav } from '../testing/tone-wav.ts';
import { trainSmallModel } from '../testing/train-small-model.ts';

/** What `ser predict --json` prints for each file. */
interface FilePrediction {
  file: string;
  emotion: string | null;
  scores: Record<string, number>;
  speech: boolean;
  familiar: boolean | null;
  warnings: string[];
}

const sandbox = sharedSandbox();
const { bytes, json, put, ser } = sandbox;
let model: string;
beforeAll(async () => {
  model = await trainSmallModel(sandbox);
  put('voice.wav', speechWav());
  put('other.wav', speechWav({ pitch: 250 }));
});

describe('ser predict', () => {
  it('names the emotion of the highest score', async () => {
    const [{ emotion, scores, speech }] = await json<FilePrediction[]>('predict', 'voice.wav');
    expect(scores[String(emotion)]).toBe(Math.max(...Object.values(scores)));
    expect(speech).toBe(true);
  });

  it('gives a probability for each of the eight emotions', async () => {
    const [{ scores }] = await json<FilePrediction[]>('predict', 'voice.wav');
    expect(Object.keys(scores)).toEqual(EMOTIONS);
    const sum = Object.values(scores).reduce((a, b) => a + b);
    // Eight float64 numbers that were divided by their sum.
    expect([sum]).toBeAllclose([1], { rtol: 0, atol: 1e-12 });
  });

  it('takes several files, in their order', async () => {
    const predictions = await json<FilePrediction[]>('predict', 'other.wav', 'voice.wav');
    expect(predictions.map(({ file }) => file)).toEqual(['other.wav', 'voice.wav']);
  });

  it('says for people which model it took, and draws the scores', async () => {
    const { code, stdout } = await ser('predict', 'voice.wav', '--model', model);
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

  it('keeps what it printed before Ctrl-C', async () => {
    const { code, stdout } = await sandbox.serInterrupted(
      'left out nowhere.wav',
      ...['predict', 'voice.wav', 'nowhere.wav', 'other.wav', '--csv'],
    );
    expect(code).toBe(130);
    expect(stdout).toMatch(/^file,emotion,.*\nvoice\.wav,[a-z]+,.*\n$/);
  });
});

describe('a file without a voice', () => {
  it('gets no emotion', async () => {
    put('silence.wav', silentWav());
    const run = await ser('predict', 'silence.wav', 'voice.wav', '--json');
    const predictions = JSON.parse(run.stdout) as FilePrediction[];
    expect(predictions.map(({ emotion }) => emotion)).toEqual([null, expect.any(String)]);
    expect(predictions[0]).toMatchObject({ speech: false, warnings: ['no-speech'] });
    expect(run.code).toBe(0);
    expect((await ser('predict', 'silence.wav')).stdout).toContain('silence.wav: no speech\n');
  });

  it('is named with a warning where it is silent where a network listens', async () => {
    // Speech up to 0.6 s, where the model begins to listen.
    const wav = Buffer.from(speechWav({ seconds: 4 }));
    wav.fill(0, 44 + 2 * Math.round(0.59 * 16_000));
    put('early.wav', wav);
    const run = await ser('predict', 'early.wav', '--model', model, '--json');
    expect(JSON.parse(run.stdout)).toMatchObject([{ speech: true, warnings: ['silent'] }]);
  });
});

describe('windows', () => {
  const times = (stdout: string): string[] =>
    stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',').slice(1, 3).join('-'));

  it('are of 3 s and a second apart, with a shorter last one', async () => {
    put('five.wav', speechWav({ seconds: 5.5 }));
    const { stdout } = await ser('predict', 'five.wav', '--windows', '--csv');
    expect(times(stdout)).toEqual(['0-3', '1-4', '2-5', '3-5.5']);
  });

  it('are as long and as far apart as is asked', async () => {
    const args = ['--windows', '--csv', '--length', '1', '--hop', '2'];
    const { stdout } = await ser('predict', 'five.wav', ...args);
    expect(times(stdout)).toEqual(['0-1', '2-3', '4-5']);
  });

  it('are scored by a run of one’s own, too', async () => {
    const [{ windows }] = await json<{ windows: FilePrediction[] }[]>(
      ...['predict', 'voice.wav', '--windows', '--model', model],
    );
    expect(windows).toMatchObject([{ start: 0, end: 3, emotion: expect.any(String) }]);
  });

  it('give what the file gives where one holds all of it', async () => {
    const [{ windows }] = await json<{ windows: FilePrediction[] }[]>(
      ...['predict', 'voice.wav', '--windows'],
    );
    const [{ scores }] = await json<FilePrediction[]>('predict', 'voice.wav');
    expect(windows[0].scores).toEqual(scores);
  });

  it('keep what was printed at Ctrl-C', async () => {
    const { code, stdout } = await sandbox.serInterrupted(
      'left out nowhere.wav',
      ...['predict', 'voice.wav', 'nowhere.wav', 'voice.wav', '--windows', '--csv'],
    );
    expect([code, times(stdout)]).toEqual([130, ['0-3']]);
  });

  it.each([
    [['--length', '3'], '--length needs --windows'],
    [['--hop', '3'], '--hop needs --windows'],
    [['--windows', '--length', '0.4'], 'error: --length must be in [0.5, 60], got 0.4\n'],
    [['--windows', '--length', '61', '--csv'], 'error: --length must be in [0.5, 60], got 61\n'],
    [['--windows', '--length', '0'], 'error: --length must be in [0.5, 60], got 0\n'],
    [['--windows', '--hop', '0', '--json'], 'error: --hop must be in [0.05, 3600], got 0\n'],
    [['--windows', '--hop', 'long'], 'It must be a number of seconds'],
    [['--windows', '--csv', '--json'], "cannot be used with option '--json'"],
  ])('are refused with %j', async (args, why) => {
    const { code, stdout, stderr } = await ser('predict', 'voice.wav', ...args);
    expect(stderr).toContain(why);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('standard input', () => {
  /** Runs `ser` on these bytes; `true` leaves the input open. */
  async function pipe(wav: Uint8Array, args: string[], isOpen = false) {
    const child = spawn(process.execPath, ['--conditions=@ser/source', MAIN, ...args], {
      cwd: sandbox.folder,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (part) => {
      stdout += part;
      // As Ctrl-C does, while more may come.
      if (isOpen) child.kill('SIGINT');
    });
    child.stderr.on('data', (part) => {
      stderr += part;
    });
    child.stdin.on('error', () => {});
    child.stdin.write(wav);
    if (!isOpen) child.stdin.end();
    const code = await new Promise((resolve) => child.on('close', resolve));
    return { code, stdout, stderr };
  }

  it('is a file among others', async () => {
    const { code, stdout } = await pipe(bytes('voice.wav'), ['predict', '-', 'voice.wav', '--csv']);
    const [, piped, read] = stdout.trim().split('\n');
    expect(piped.replace('-', 'voice.wav')).toBe(read);
    expect(code).toBe(0);
  });

  it('is cut into windows as it comes, and Ctrl-C ends the waiting', async () => {
    // A stream does not know its size.
    const endless = Buffer.from(speechWav({ seconds: 4 }));
    endless.writeUInt32LE(0xffffffff, 40);
    const run = await pipe(endless, ['predict', '-', '--windows', '--csv', '--hop', '9'], true);
    expect(run.stdout).toMatch(/^file,start,end.*\n(-,0,3,.*\n)?$/);
    expect(run.stderr).toContain('Stopping');
    expect(run.code).toBe(130);
  });

  it('is named where it holds no sound', async () => {
    const { code, stderr } = await pipe(Buffer.from('text'), ['predict', '-']);
    expect(stderr).toMatch(/^left out -: .*standard input must be a WAV file, got text/);
    expect(code).toBe(1);
  });

  it.each([[[]], [['--windows']]])('may give nothing: %j', async (args) => {
    const { code, stdout, stderr } = await pipe(Buffer.alloc(0), ['predict', '-', ...args]);
    expect(stderr).toBe(
      'left out -: standard input must be a WAV file, got no bytes at all: see whether the ' +
        'command that writes it failed\n',
    );
    expect([code, stdout]).toEqual([1, '']);
  });

  it('is read once', async () => {
    const { stderr } = await pipe(bytes('voice.wav'), ['predict', '-', '-', '--csv']);
    expect(stderr).toContain('left out -: standard input is read once; save it');
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
    put('short.wav', speechWav({ seconds: 0.2 }));
  });

  it.each([
    ['nowhere.wav', 'there is no such file'],
    ['text.wav', 'text.wav must be a WAV, FLAC, MP3, Ogg, M4A or AAC file'],
    ['cut.wav', 'must '],
    ['short.wav', 'must be at least 0.25 s long, got 0.2'],
  ])('is left out, and said why: %s', async (file, why) => {
    const { code, stdout, stderr } = await ser('predict', file, 'voice.wav', '--json');
    expect(stderr).toMatch(new RegExp(`left out ${file}: .*${why}`));
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(code).toBe(1);
  });
});

describe('the model', () => {
  it('is the published one unless another is named', async () => {
    for (const args of [[], ['--model', 'published']]) {
      const { stdout } = await ser('predict', 'voice.wav', ...args);
      expect(stdout).toContain('model: published\n');
    }
    const named = await ser('predict', 'voice.wav', '--model', model);
    expect(named.stdout).toContain(`model: ${model}\n`);
  });

  it('is the newest run’s where that is asked for', async () => {
    cpSync(join(sandbox.folder, model), join(sandbox.folder, 'runs/newer'), { recursive: true });
    const later = Date.now() / 1000 + 60;
    utimesSync(join(sandbox.folder, 'runs/newer/model.json'), later, later);
    const { stdout } = await ser('predict', 'voice.wav', '--model', 'newest');
    expect(stdout).toContain('model: runs/newer\n');
  });

  it('knows what is familiar where its folder says so', async () => {
    const folder = publishedModelFolder();
    const [published] = await json<FilePrediction[]>('predict', 'voice.wav');
    const [same] = await json<FilePrediction[]>('predict', 'voice.wav', '--model', folder);
    expect(same).toEqual(published);
    const [own] = await json<FilePrediction[]>('predict', 'voice.wav', '--model', model);
    expect([typeof published.familiar, own.familiar]).toEqual(['boolean', null]);
  });

  it('may have no extractor that fits it', async () => {
    const saved = JSON.parse(readFileSync(join(publishedModelFolder(), 'model.json'), 'utf8'));
    saved.userDefinedMetadata.ser.extractor.sampleRate = 'fast';
    put('bad/model.json', JSON.stringify(saved));
    cpSync(join(publishedModelFolder(), 'weights.bin'), join(sandbox.folder, 'bad/weights.bin'));
    const { code, stdout, stderr } = await ser('predict', 'voice.wav', '--model', 'bad');
    expect(stderr).toMatch(/^error: .*sampleRate/);
    expect([code, stdout]).toEqual([1, '']);
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

  it('may lie in a folder whose name is a word', async () => {
    for (const word of ['published', 'newest']) {
      cpSync(join(sandbox.folder, model), join(sandbox.folder, word), { recursive: true });
      const named = await ser('predict', 'voice.wav', '--model', `${word}/model.json`);
      expect(named.stdout).toContain(`model: ./${word}\n`);
    }
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
  const { put: putThere, ser: serWithoutRun } = sharedSandbox();

  it('answers with the published model', async () => {
    putThere('voice.wav', speechWav());
    expect((await serWithoutRun('predict', 'voice.wav')).code).toBe(0);
  });

  it('says how to make one where the newest is asked for', async () => {
    const { code, stderr } = await serWithoutRun('predict', 'voice.wav', '--model', 'newest');
    expect(stderr).toContain('there is no finished run in runs/; train one with');
    expect(code).toBe(1);
  });
});

it('names an emotion in a stereo clip of 48 kHz', async () => {
  put('stereo.wav', speechWav({ sampleRate: 48_000, channels: 2 }));
  for (const args of [[], ['--model', model]]) {
    const [{ emotion }] = await json<FilePrediction[]>('predict', 'stereo.wav', ...args);
    expect(EMOTIONS).toContain(emotion);
  }
});

describeWith(REAL_CLIPS)('on RAVDESS itself', () => {
  it('names an emotion in a stereo clip', async () => {
    const stereo = ravdessMiniFile('03-01-02-01-01-02-01');
    for (const args of [[], ['--model', model]]) {
      const [{ emotion }] = await json<FilePrediction[]>('predict', stereo, ...args);
      expect(emotion).toMatch(/^[a-z]+$/);
    }
  });
});
