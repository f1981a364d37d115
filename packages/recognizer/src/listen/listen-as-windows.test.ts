import { beforeAll, describe, expect, test } from 'vitest';
import type { Audio } from '../audio/audio.ts';
import { loadRecognizer } from '../load-recognizer.ts';
import type { Recognizer } from '../recognizer/recognizer.ts';
import { recognizerFromState } from '../recognizer/recognizer-state.ts';
import type { RecognizerState } from '../recognizer/state-of-parts.ts';
import { FakeWorker } from '../testing/listen/fake-worker.ts';
import { speak } from '../testing/speak.ts';
import { scoreWindow } from '../windows/score-window.ts';
import type { WindowScores } from '../windows/window-scores.ts';

/** A voice, silence, and the voice again, at a rate that is not the model's. */
const SOUND: Audio = (() => {
  const { samples, sampleRate } = speak({ seconds: 2, sampleRate: 22_050 });
  const sound = new Float32Array(3 * samples.length);
  sound.set(samples);
  sound.set(samples, 2 * samples.length);
  return { samples: sound, sampleRate };
})();

const GRID = { length: 1, hop: 0.75 };

/** In chunks of a size that has nothing to do with windows. */
async function* chunks(): AsyncGenerator<Audio> {
  const { samples, sampleRate } = SOUND;
  for (let at = 0; at < samples.length; at += 5000) {
    yield { samples: samples.subarray(at, at + 5000), sampleRate };
  }
}

const pick = ({ start, end, scores, speech, familiar }: WindowScores): WindowScores => ({
  start,
  end,
  scores,
  speech,
  familiar,
});

async function all(windows: AsyncIterable<WindowScores>): Promise<WindowScores[]> {
  const found: WindowScores[] = [];
  for await (const window of windows) found.push(pick(window));
  return found;
}

/** What the worker's file does. */
const worker = (): FakeWorker =>
  new FakeWorker((state) => {
    const copy = recognizerFromState(state as RecognizerState);
    return (window, options) => scoreWindow(window, (audio) => copy.recognize(audio, options));
  });

describe.each([false, true])('with versions: %s', (versions) => {
  let recognizer: Recognizer;
  let expected: WindowScores[];

  beforeAll(async () => {
    recognizer = await loadRecognizer();
    expected = await all(recognizer.windows(SOUND, { ...GRID, versions }));
  });

  test('there is speech, and silence', () => {
    expect(new Set(expected.map(({ speech }) => speech))).toEqual(new Set([true, false]));
  });

  test('without smoothing, listen gives what windows gives, bit for bit', async () => {
    const options = { ...GRID, versions, smoothing: 0 };
    expect(await all(recognizer.listen(chunks(), options))).toEqual(expected);
  });

  test('so does a worker', async () => {
    const options = { ...GRID, versions, smoothing: 0, worker };
    const listening = recognizer.listen(chunks(), options);
    expect(await all(listening)).toEqual(expected);
    expect(listening.thread).toBe('worker');
  });
});

test('a worker listens to a calibrated voice as its recogniser does', async () => {
  const recognizer = await loadRecognizer();
  const calibrated = await recognizer.calibrate([SOUND]).catch((error) => error.code);
  // Without a model for calibrated voices inside, there is nothing to compare.
  if (calibrated === 'not-adaptable') return;
  const expected = await all(calibrated.windows(SOUND, { ...GRID, versions: false }));
  const options = { ...GRID, smoothing: 0, worker };
  expect(await all(calibrated.listen(chunks(), options))).toEqual(expected);
  expect(expected).not.toEqual(await all(recognizer.windows(SOUND, { ...GRID, versions: false })));
});

test('listen of a disposed recogniser throws', async () => {
  const recognizer = await loadRecognizer();
  recognizer.dispose();
  expect(() => recognizer.listen(chunks())).toThrow(
    expect.objectContaining({ code: 'disposed', message: expect.stringMatching(/^listen: /) }),
  );
});

test('disposing of it ends what listens', async () => {
  const recognizer = await loadRecognizer();
  const listening = recognizer.listen(chunks(), GRID);
  await listening.next();
  recognizer.dispose();
  await expect(listening.next()).rejects.toMatchObject({ code: 'disposed' });
});
