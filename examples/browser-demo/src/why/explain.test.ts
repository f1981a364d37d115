import type { Audio, Recognition, RecognizeOptions, Recognizer } from '@ser/recognizer';
import { expect, it } from 'vitest';
import { BANDS } from './bands.ts';
import { explain } from './explain.ts';

const RATE = 16_000;
const SECONDS = 2;
/** A tone of 1,500 Hz from 0.5 to 0.75 s, and a quiet one of 300 Hz throughout. */
const audio: Audio = {
  sampleRate: RATE,
  samples: Float32Array.from({ length: SECONDS * RATE }, (_, i) => {
    const isLoud = i >= RATE / 2 && i < 0.75 * RATE;
    const wave = (hz: number) => Math.sin((2 * Math.PI * hz * i) / RATE);
    return 0.05 * wave(300) + (isLoud ? 0.5 * wave(1500) : 0);
  }),
};

/** Hears anger where something loud is in the sound. */
function madeRecognizer(asked: RecognizeOptions[], speech = true): Recognizer {
  const recognize = async ({ samples }: Audio, options: RecognizeOptions = {}) => {
    asked.push(options);
    let energy = 0;
    for (let i = 0; i < samples.length; i++) energy += samples[i] * samples[i];
    const angry = Math.min(1, energy / 1000);
    const scores = [
      { label: 'angry', score: angry },
      { label: 'calm', score: 1 - angry },
    ].sort((a, b) => b.score - a.score);
    return (speech ? scores : []) as unknown as Recognition;
  };
  return { recognize } as unknown as Recognizer;
}

const { signal } = new AbortController();

it('finds the stretch and the band that the answer rests on', async () => {
  const { label, score, times, bands } = await explain(
    madeRecognizer([]),
    audio,
    10,
    signal,
    () => {},
  );
  expect(label).toBe('angry');
  expect(score).toBeCloseTo(0.54, 2);
  expect(times).toHaveLength(8);
  expect(times[2]).toMatchObject({ start: 10.5, end: 10.75, label: 'calm' });
  expect(times[2].score).toBeLessThan(0.1);
  for (const other of times.filter((_, i) => i !== 2)) expect(other.score).toBeCloseTo(score, 1);
  expect(bands.map(({ low, high }) => [low, high])).toEqual(
    BANDS.map(({ low, high }) => [low, high]),
  );
  const lowest = bands.reduce((least, band) => (band.score < least.score ? band : least));
  expect([lowest.low, lowest.high, lowest.label]).toEqual([1000, 2000, 'calm']);
});

it('has no bands beyond half the rate', async () => {
  const telephone = { samples: audio.samples.slice(0, 8000), sampleRate: 8000 };
  const { bands } = await explain(madeRecognizer([]), telephone, 0, signal, () => {});
  expect(bands.at(-1)).toMatchObject({ low: 3000, high: 4000 });
});

it('tells how far it is, part by part', async () => {
  const told: unknown[] = [];
  await explain(madeRecognizer([]), audio, 0, signal, (progress) => told.push(progress));
  expect(told).toEqual(Array.from({ length: 16 }, (_, i) => ({ done: i + 1, of: 16 })));
});

it('asks the gate for the whole alone, and hears all once', async () => {
  const asked: RecognizeOptions[] = [];
  await explain(madeRecognizer(asked), audio, 0, signal, () => {});
  const [whole, ...parts] = asked;
  expect(whole).toEqual({ versions: false, signal });
  for (const options of parts) expect(options).toEqual({ versions: false, signal, speech: false });
});

it('explains nothing where nobody speaks', async () => {
  const asked: RecognizeOptions[] = [];
  const found = await explain(madeRecognizer(asked, false), audio, 0, signal, () => {});
  expect(found).toMatchObject({ label: undefined, times: [], bands: [] });
  expect(asked).toHaveLength(1);
});
