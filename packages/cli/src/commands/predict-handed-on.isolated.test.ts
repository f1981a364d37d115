import { createExtractor, extractVariant, presets } from '@ser/features';
import { EMOTIONS } from '@ser/ravdess';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import wavefile from 'wavefile';
import { readWav } from '../data/read-wav.ts';
import { type FakeModel, fakeModel } from '../testing/fake-model.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { voiceWav } from '../testing/voice-wav.ts';

vi.mock('../runs/with-model.ts');

const sandbox = sharedSandbox();
const { put, ser } = sandbox;
/** Half a second from a quarter of a second on. */
const EXTRACTOR = { ...presets.summary162, offset: 0.25, duration: 0.5 };
const SCORES = [0.05, 0.4, 0.0625, 0.0005, 0.1, 0.3, 0.08695, 0];
let fake: FakeModel;
beforeAll(() => {
  put('voice.wav', voiceWav(1));
  put('other.wav', voiceWav(2));
});
beforeEach(() => {
  fake = fakeModel(() => SCORES, EXTRACTOR);
});

const scores = Object.fromEntries(EMOTIONS.map((label, i) => [label, SCORES[i]]));

describe('ser predict', () => {
  it.each([
    [[], undefined, 'runs/newest'],
    [['--model', 'mine'], 'mine', 'mine'],
  ])('takes the model of %j', async (args, asked, model) => {
    const { stdout } = await ser('predict', 'voice.wav', ...args);
    expect(stdout.split('\n')[0]).toBe(`model: ${model}`);
    expect(fake.asked).toBe(asked);
  });

  it('gives the model the features that it was trained on, of each file', async () => {
    await ser('predict', 'other.wav', 'voice.wav');
    const extractor = createExtractor(EXTRACTOR);
    const values = ['other.wav', 'voice.wav'].map(async (file) =>
      extractor.extract(await readWav(`${sandbox.folder}/${file}`, () => {})),
    );
    expect(fake.examples).toEqual(await Promise.all(values));
  });

  it('gives the model each file in its test variants, random ones always the same', async () => {
    const variants = [
      { name: 'fast', steps: [{ kind: 'speed' as const, rate: 16 / 15 }] },
      { name: 'noise', steps: [{ kind: 'addNoise' as const }] },
    ];
    fake = fakeModel(() => SCORES, EXTRACTOR, variants);
    const { stdout } = await ser('predict', 'voice.wav', 'voice.wav', '--json');
    expect(JSON.parse(stdout)[0]).toMatchObject({ emotion: 'calm', scores });
    const audio = await readWav(`${sandbox.folder}/voice.wav`, () => {});
    const extractor = createExtractor(EXTRACTOR);
    const random = () => 0.5;
    const [first, second] = fake.versions;
    expect(first).toHaveLength(3);
    expect(first[0]).toEqual(extractor.extract(audio));
    expect(first[1]).toEqual(extractVariant(extractor, audio, variants[0], { random }));
    expect(first[2]).not.toEqual(first[0]);
    expect(second).toEqual(first);
  });

  it('prints emotion and scores as JSON', async () => {
    const { stdout, stderr } = await ser('predict', 'voice.wav', 'other.wav', '--json');
    const prediction = { emotion: 'calm', scores, warnings: [] };
    expect(JSON.parse(stdout)).toEqual([
      { file: 'voice.wav', ...prediction },
      { file: 'other.wav', ...prediction },
    ]);
    expect(stderr).toBe('');
  });

  it('prints the scores for people, the highest first, as percent and bars of 24', async () => {
    const { stdout } = await ser('predict', 'voice.wav');
    expect(stdout.split('\n')).toEqual([
      'model: runs/newest',
      '',
      'voice.wav: calm',
      '  calm        40.0 % ██████████',
      '  fearful     30.0 % ███████',
      '  angry       10.0 % ██',
      '  disgust      8.7 % ██',
      '  happy        6.3 % ██',
      '  neutral      5.0 % █',
      '  sad          0.1 % ',
      '  surprised    0.0 % ',
      '',
      '',
    ]);
  });

  it('names every file that cannot be read, however many, and exits with 1', async () => {
    const gone = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.wav`);
    const { code, stdout, stderr } = await ser('predict', ...gone, 'voice.wav', '--json');
    expect(stderr).toBe(gone.map((file) => `left out ${file}: there is no such file\n`).join(''));
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(code).toBe(1);
    // For people, three of a kind and their number.
    const shown = await ser('predict', ...gone, 'voice.wav');
    expect(shown.stderr.split('\n').slice(3)).toEqual([
      'and 2 more like a.wav (no-such-path), 5 in all',
      '',
    ]);
  });
});

describe('silence', () => {
  const RATE = 8000;
  const [FIRST, LAST] = [0.25 * RATE, 0.75 * RATE - 1];
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
    fakeModel(() => SCORES, { ...EXTRACTOR, offset: undefined, duration: undefined });
    put('quiet.wav', quiet(RATE - 1, 20_000));
    const { stdout } = await ser('predict', 'quiet.wav', '--json');
    expect(JSON.parse(stdout)[0].warnings).toEqual([]);
    put('quiet.wav', quiet(0, 20_000));
    expect(JSON.parse((await ser('predict', 'quiet.wav', '--json')).stdout)[0].warnings).toEqual(
      [],
    );
  });
});
