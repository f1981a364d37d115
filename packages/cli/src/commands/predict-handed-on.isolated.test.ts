import { presets } from '@ser/features';
import { EMOTIONS } from '@ser/ravdess';
import type { Audio } from '@ser/recognizer';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import wavefile from 'wavefile';
import {
  type FakeAnswer,
  type FakeRecognizer,
  fakeRecognizer,
} from '../testing/fake-recognizer.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { silentWav, speechWav } from '../testing/speech-wav.ts';

vi.mock('../runs/with-recognizer.ts');

const { put, ser } = sharedSandbox();
const SCORES = [0.05, 0.4, 0.0625, 0.0005, 0.1, 0.3, 0.08695, 0.00005];
const scores = Object.fromEntries(EMOTIONS.map((label, i) => [label, SCORES[i]]));
/** Zeros are no speech, what is short is strange, and all else is calm. */
const answerOf = ({ samples, sampleRate }: Audio): FakeAnswer =>
  samples.every((sample: number) => sample === 0)
    ? {}
    : { scores, familiar: samples.length >= sampleRate };
let fake: FakeRecognizer;
beforeAll(() => {
  put('voice.wav', speechWav({ seconds: 2 }));
  put('other.wav', speechWav({ seconds: 0.5, sampleRate: 8000 }));
  put('none.wav', silentWav(1));
});
beforeEach(() => {
  fake = fakeRecognizer(answerOf, EMOTIONS);
});

const CALM = [
  '  calm        40.0 % ██████████',
  '  fearful     30.0 % ███████',
  '  angry       10.0 % ██',
  '  disgust      8.7 % ██',
  '  happy        6.3 % ██',
  '  neutral      5.0 % █',
  '  sad          0.1 % ',
  '  surprised    0.0 % ',
];

describe('ser predict', () => {
  it.each([
    [[], { model: undefined, voice: undefined }, 'published'],
    [['--model', 'mine', '--voice', 'a.json'], { model: 'mine', voice: 'a.json' }, 'mine'],
  ])('takes the model and the voice of %j', async (args, asked, model) => {
    const { stdout } = await ser('predict', 'voice.wav', ...args);
    expect(stdout.split('\n')[0]).toBe(`model: ${model}`);
    expect(fake.asked).toEqual(asked);
  });

  it('gives the recogniser each file as it is', async () => {
    await ser('predict', 'other.wav', 'voice.wav');
    const sounds = fake.sounds.map(({ samples, sampleRate }) => [samples.length, sampleRate]);
    expect(sounds).toEqual([
      [4000, 8000],
      [32_000, 16_000],
    ]);
  });

  it('prints emotion, scores and what is doubtful as JSON', async () => {
    const { code, stdout, stderr } = await ser(
      ...['predict', 'voice.wav', 'other.wav', 'none.wav', '--json'],
    );
    const calm = { emotion: 'calm', scores, speech: true };
    expect(JSON.parse(stdout)).toEqual([
      { file: 'voice.wav', ...calm, familiar: true, warnings: [] },
      { file: 'other.wav', ...calm, familiar: false, warnings: ['unfamiliar'] },
      {
        file: 'none.wav',
        emotion: null,
        scores: {},
        speech: false,
        familiar: null,
        warnings: ['no-speech'],
      },
    ]);
    expect(stderr.split('\n')).toEqual([
      'warning: other.wav: it is not like what the model was trained on, and its emotion may ' +
        'mean nothing',
      'warning: none.wav: no speech was heard in it, so no emotion is named',
      '',
    ]);
    expect(code).toBe(0);
  });

  it('prints the scores for people, the highest first, as percent and bars of 24', async () => {
    const { stdout } = await ser('predict', 'voice.wav', 'other.wav', 'none.wav');
    expect(stdout.split('\n')).toEqual([
      'model: published',
      '',
      'voice.wav: calm',
      ...CALM,
      '',
      'other.wav: calm (not like what the model was trained on)',
      ...CALM,
      '',
      'none.wav: no speech',
      '',
      '',
    ]);
  });

  it('prints a table with --csv, whose names no spreadsheet takes for formulas', async () => {
    put('=1+1,"x".wav', speechWav({ seconds: 1 }));
    const { stdout } = await ser('predict', 'other.wav', 'none.wav', '=1+1,"x".wav', '--csv');
    const all = SCORES.join(',');
    expect(stdout.split('\n')).toEqual([
      `file,emotion,score,speech,familiar,${EMOTIONS.join(',')}`,
      `other.wav,calm,0.4,true,false,${all}`,
      `none.wav,,,false,${','.repeat(8)}`,
      `"./=1+1,""x"".wav",calm,0.4,true,true,${all}`,
      '',
    ]);
  });

  it('names every file that cannot be read, however many, and exits with 1', async () => {
    const gone = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.wav`);
    const { code, stdout, stderr } = await ser('predict', ...gone, 'voice.wav', '--json');
    expect(stderr).toBe(gone.map((file) => `left out ${file}: there is no such file\n`).join(''));
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(code).toBe(1);
    expect((await ser('predict', ...gone)).stdout).toBe('');
    // For people, three of a kind and their number.
    const shown = await ser('predict', ...gone, 'voice.wav');
    expect(shown.stderr.split('\n').slice(3)).toEqual([
      'and 2 more like a.wav (no-such-path), 5 in all',
      '',
    ]);
  });

  it.each([
    [30, []],
    [30.5, ['long']],
  ])('takes %d s for one utterance with the warnings %j', async (seconds, warnings) => {
    put('long.wav', speechWav({ seconds, sampleRate: 4000 }));
    const { code, stdout, stderr } = await ser('predict', 'long.wav', '--json');
    expect(JSON.parse(stdout)[0].warnings).toEqual(warnings);
    const line =
      'warning: long.wav: one emotion is named for all of its 31 s; --windows hears it in parts\n';
    expect(stderr).toBe(warnings.length > 0 ? line : '');
    expect(code).toBe(0);
  });
});

describe('ser predict --windows', () => {
  it.each([
    [[], {}],
    [['--length', '4.5'], { length: 4.5 }],
    [['--length', '2', '--hop', '0.5'], { length: 2, hop: 0.5 }],
  ])('cuts windows of %j', async (args, options) => {
    await ser('predict', 'voice.wav', '--windows', ...args);
    expect(fake.windows).toEqual([options]);
  });

  it('prints a line for each window, and what they say together', async () => {
    const { code, stdout, stderr } = await ser('predict', 'other.wav', 'none.wav', '--windows');
    expect(stdout.split('\n')).toEqual([
      'model: published',
      '',
      'other.wav',
      '   0:00.0 –  0:00.5  calm        40.0 % ██████████  (unfamiliar)',
      '  speech in 1 of 1 window: calm 100 %',
      '  unfamiliar: 1, not like what the model was trained on',
      '',
      'none.wav',
      '   0:00.0 –  0:01.0  no speech',
      '  speech in 0 of 1 window',
      '',
      '',
    ]);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('prints a row for each window with --csv', async () => {
    const { stdout } = await ser('predict', 'none.wav', 'other.wav', '--windows', '--csv');
    expect(stdout.split('\n')).toEqual([
      `file,start,end,emotion,score,speech,familiar,${EMOTIONS.join(',')}`,
      `none.wav,0,1,,,false,${','.repeat(8)}`,
      `other.wav,0,0.5,calm,0.4,true,false,${SCORES.join(',')}`,
      '',
    ]);
  });

  it('prints one value with --json', async () => {
    const { stdout } = await ser('predict', 'none.wav', 'other.wav', '--windows', '--json');
    const none = { emotion: null, scores: {}, speech: false, familiar: null };
    const calm = { emotion: 'calm', scores, speech: true, familiar: false };
    expect(JSON.parse(stdout)).toEqual([
      { file: 'none.wav', windows: [{ start: 0, end: 1, ...none }], problem: null },
      { file: 'other.wav', windows: [{ start: 0, end: 0.5, ...calm }], problem: null },
    ]);
  });

  it('keeps what came before a file turned out to be cut, and says so', async () => {
    put('cut.wav', speechWav({ seconds: 1 }).subarray(0, 20_000));
    const run = await ser('predict', 'cut.wav', 'voice.wav', '--windows', '--json');
    const files = JSON.parse(run.stdout) as {
      file: string;
      windows: unknown[];
      problem: unknown;
    }[];
    expect(files.map(({ file, windows }) => [file, windows.length])).toEqual([
      ['cut.wav', 1],
      ['voice.wav', 1],
    ]);
    const message = expect.stringContaining('must have 32000 bytes');
    expect(files.map(({ problem }) => problem)).toEqual([{ code: 'truncated-wav', message }, null]);
    expect(run.stderr).toMatch(/^fault: cut\.wav: .*must have 32000 bytes in its chunk "data"/);
    expect(run.code).toBe(1);
  });

  it('leaves out a file of which nothing can be read', async () => {
    put('text.wav', 'not a sound');
    const { code, stdout, stderr } = await ser(
      'predict',
      'text.wav',
      'gone.wav',
      '--windows',
      '--json',
    );
    expect(JSON.parse(stdout)).toEqual([]);
    expect(stderr).toMatch(
      /^left out text\.wav: .*got text.*\nleft out gone\.wav: there is no such file\n$/,
    );
    expect(code).toBe(1);
  });

  it('shows how far it is in a long file, unless a terminal shows the rows', async () => {
    put('long.wav', silentWav(170, 48_000));
    const { stderr } = await ser('predict', 'long.wav', '--windows', '--csv');
    expect(stderr.split('\n').slice(0, 2)).toEqual(['long.wav 10/100 %', 'long.wav 20/100 %']);
    expect((await ser('predict', 'voice.wav', '--windows')).stderr).toBe('');
    const { isTTY } = process.stdout;
    process.stdout.isTTY = true;
    try {
      expect((await ser('predict', 'long.wav', '--windows', '--csv')).stderr).toBe('');
    } finally {
      process.stdout.isTTY = isTTY;
    }
  });
});

describe('silence', () => {
  const RATE = 8000;
  const [FIRST, LAST] = [0.25 * RATE, 0.75 * RATE - 1];
  /** Half a second from a quarter of a second on. */
  const EXTRACTOR = { ...presets.summary162, offset: 0.25, duration: 0.5 };
  beforeEach(() => {
    fake = fakeRecognizer(() => ({ scores }), EMOTIONS, EXTRACTOR);
  });
  /** A second of silence, but for one sample. */
  const quiet = (at: number, value: number): Uint8Array => {
    const samples = new Int16Array(RATE);
    samples[at] = value;
    const wav = new wavefile.WaveFile();
    wav.fromScratch(1, RATE, '16', samples);
    return wav.toBuffer();
  };
  // Of 16 bits, 60 dB below full scale is 32.768.
  it.each<[string, at: number, value: number, isSilent: boolean]>([
    ['nothing but zeros', 0, 0, true],
    ['a click before the excerpt', FIRST - 1, 20_000, true],
    ['a click at its beginning', FIRST, 20_000, false],
    ['a click at its end', LAST, 20_000, false],
    ['a click behind it', LAST + 1, 20_000, true],
    ['less than 60 dB below full scale', FIRST + 9, 33, false],
    ['less, downwards', FIRST + 9, -33, false],
    ['more than 60 dB below full scale', FIRST + 9, 32, true],
  ])('is looked for where the model listens: %s', async (_, at, value, isSilent) => {
    put('quiet.wav', quiet(at, value));
    const { code, stdout, stderr } = await ser('predict', 'quiet.wav', '--json');
    expect(JSON.parse(stdout)[0].warnings).toEqual(isSilent ? ['silent'] : []);
    expect(stderr).toBe(
      isSilent
        ? 'warning: quiet.wav: it is silent where the model listens, and its emotion means nothing\n'
        : '',
    );
    expect(code).toBe(0);
  });

  it('is looked for to the end where the excerpt has none', async () => {
    fakeRecognizer(() => ({ scores }), EMOTIONS, {
      ...EXTRACTOR,
      offset: undefined,
      duration: undefined,
    });
    for (const at of [RATE - 1, 0]) {
      put('quiet.wav', quiet(at, 20_000));
      const { stdout } = await ser('predict', 'quiet.wav', '--json');
      expect(JSON.parse(stdout)[0].warnings).toEqual([]);
    }
  });

  it('is not looked for in a file without speech, or by the published model', async () => {
    put('quiet.wav', quiet(0, 0));
    fakeRecognizer(() => ({}), EMOTIONS, EXTRACTOR);
    const { stdout } = await ser('predict', 'quiet.wav', '--json');
    expect(JSON.parse(stdout)[0].warnings).toEqual(['no-speech']);
    fakeRecognizer(() => ({ scores }), EMOTIONS);
    const published = await ser('predict', 'quiet.wav', '--json');
    expect(JSON.parse(published.stdout)[0].warnings).toEqual([]);
  });
});
