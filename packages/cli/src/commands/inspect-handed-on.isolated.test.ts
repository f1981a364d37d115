import { type Inspection, inspect } from '@ser/ravdess';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedSandbox } from '../testing/sandbox.ts';
import { toneWav } from '../testing/tone-wav.ts';

// The inspection itself is the library's: what it is handed, and what is made of it, is looked at.
vi.mock('@ser/ravdess', { spy: true });

const sandbox = sharedSandbox();
const { put, ser } = sandbox;
const IDS = ['03-01-01-01-01-01-01', '03-01-02-01-01-01-02', '03-02-01-01-01-01-01'];
beforeAll(() => {
  for (const id of IDS) put(`wavs/${id}.wav`, toneWav(0.1, 200));
});

const missing = (actor: string, n: number): string[] =>
  Array.from({ length: n }, (_, i) => `03-01-0${(i % 8) + 1}-01-01-0${(i % 2) + 1}-${actor}`);
const FOUND: Inspection = {
  clips: 42,
  actors: 3,
  perActor: { 1: 20, 2: 21, 13: 1 },
  perEmotion: {
    ...{ neutral: 1, calm: 12, happy: 6, sad: 0 },
    ...{ angry: 3, fearful: 5, disgust: 7, surprised: 8 },
  },
  perChannel: { speech: 40, song: 2 },
  stereo: 5,
  sampleRates: { 48000: 41, 16000: 1 },
  duration: { total: 163.8, shortest: 2.935, longest: 5.2719 },
  clipped: [
    { id: 'c1', samples: 4 },
    { id: 'c2', samples: 3 },
  ],
  silent: Array.from({ length: 12 }, (_, i) => `s${i}`),
  missing: {
    speech: { clips: 700, actors: [4, 5], ids: [...missing('01', 11), ...missing('13', 1)] },
    song: { clips: 1012, actors: [3], ids: [] },
  },
  unexpected: ['u1'],
  twins: [
    { ids: ['a', 'b', 'c'], files: ['a.wav', 'b.wav', 'c.wav'] },
    { ids: ['d', 'e'], files: ['d.wav', 'e.wav'] },
  ],
  problems: [],
};
beforeEach(() => {
  vi.mocked(inspect).mockReset();
  vi.mocked(inspect).mockResolvedValue(FOUND);
});

it('hands every clip on, and shows how far it has come', async () => {
  vi.mocked(inspect).mockImplementation(async (clips, { onProgress } = {}) => {
    const all = [];
    for await (const clip of clips) onProgress?.(all.push(clip), clip);
    expect(all.map(({ id }) => id)).toEqual(IDS);
    return FOUND;
  });
  const { code, stderr } = await ser('inspect', '--data', 'wavs');
  expect(stderr).toBe('reading 1/3\nreading 2/3\nreading 3/3\n');
  expect(code).toBe(0);
});

it('ends at Ctrl-C with 130, and prints nothing', async () => {
  vi.mocked(inspect).mockImplementation(async (_, { signal } = {}) => {
    process.emit('SIGINT');
    expect(signal?.aborted).toBe(true);
    throw signal?.reason;
  });
  expect(await ser('inspect', '--data', 'wavs', '--json')).toMatchObject({ code: 130, stdout: '' });
});

it('prints all that it found as JSON, with what was left out of the list', async () => {
  put('odd/hello.wav', '');
  vi.mocked(inspect).mockResolvedValue({
    ...FOUND,
    problems: [{ file: 'x.wav', code: 'not-wav', message: 'it is a text' }],
  });
  const { stdout } = await ser('inspect', '--data', 'wavs', 'odd', '--json');
  expect(JSON.parse(stdout)).toEqual({
    ...FOUND,
    problems: [
      { file: 'odd/hello.wav', code: 'bad-filename', message: expect.any(String) },
      { file: 'x.wav', code: 'not-wav', message: 'it is a text' },
    ],
  });
});

it('shows all of it to people, of long lists the first ten', async () => {
  vi.mocked(inspect).mockResolvedValue({
    ...FOUND,
    problems: ['not-wav', 'same-sound', 'not-wav'].map((code) => ({
      file: 'x',
      code,
      message: '',
    })),
  });
  const { stdout } = await ser('inspect', '--data', 'wavs');
  const first = FOUND.missing.speech.ids.slice(0, 10).join(', ');
  expect(stdout.split('\n')).toEqual([
    '42 clips of 3 actors: 40 speech, 2 song, 5 in stereo',
    '2.7 minutes, 2.94 to 5.27 s a clip',
    'sample rates: 1 of 16000 Hz, 41 of 48000 Hz',
    'clips by actor: 20 of actor 1, 21 of actor 2, 1 of actor 13',
    '',
    '  neutral        1 ██',
    '  calm          12 ████████████████████████',
    '  happy          6 ████████████',
    '  sad            0 ',
    '  angry          3 ██████',
    '  fearful        5 ██████████',
    '  disgust        7 ██████████████',
    '  surprised      8 ████████████████',
    '',
    'silent: 12: s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, and 2 more',
    'clipped: 2: c1 (4 samples), c2 (3 samples)',
    'same sound: 2: a = b = c, d = e',
    'impossible codes: 1: u1',
    'missing of all RAVDESS: 700 speech, 1012 song clips',
    '  no speech at all of: actors 4, 5',
    `  speech of actor 1: 11: ${first}, and 1 more`,
    '  speech of actor 13: 1: 03-01-01-01-01-01-13',
    '  no song at all of: actor 3',
    'problems: 3 (2 not-wav, 1 same-sound)',
    '',
  ]);
});

it('shows nothing where there is nothing', async () => {
  vi.mocked(inspect).mockResolvedValue({ ...FOUND, perActor: {}, sampleRates: {} });
  const { stdout } = await ser('inspect', '--data', 'wavs');
  expect(stdout).toContain('\nsample rates: none\nclips by actor: none\n');
  expect(stdout).toContain('\nproblems: 0\n');
});

describe('a problem', () => {
  it.each([
    ['left out', 'truncated-wav'],
    ['left out', 'not-wav'],
    ['left out', 'unreadable-file'],
    ['fault:', 'same-sound'],
    ['fault:', 'unfilled-size'],
    ['fault:', 'wrong-data-size'],
    ['fault:', 'wrong-block-align'],
    ['fault:', 'wrong-bits'],
    ['fault:', 'wrong-valid-bits'],
    ['fault:', 'wrong-byte-rate'],
    ['fault:', 'second-data'],
    ['fault:', 'missing-padding'],
    ['fault:', 'trailing-bytes'],
  ])('is "%s" where its code is %s, and ends with 1', async (verb, code) => {
    const problems = [{ file: 'x.wav', code, message: 'why' }];
    vi.mocked(inspect).mockResolvedValue({ ...FOUND, problems });
    const run = await ser('inspect', '--data', 'wavs');
    expect([run.code, run.stderr]).toEqual([1, `${verb} x.wav: why\n`]);
  });
});
