import { type Audio, changeAudio, resample, type VariantStep } from '@ser/features';
import { pinkNoise } from './pink-noise.ts';
import { cutOff } from './said.ts';
import { telephone, telephoneBand } from './telephone.ts';

/** A way in which a clip may reach a recogniser. */
export interface Condition {
  readonly name: string;
  /** As the card's table has it. */
  readonly title: string;
  change(audio: Audio, random: () => number): Audio;
}

const step = (name: string, title: string, ...steps: VariantStep[]): Condition => ({
  name,
  title,
  change: (audio, random) => changeAudio(audio, { name, steps }, { random }),
});

const rate = (sampleRate: number): Condition => ({
  name: `rate-${sampleRate}`,
  title: `a file of ${sampleRate / 1000} kHz`,
  change: ({ samples, sampleRate: origSr }) => ({
    samples: resample(samples, { origSr, targetSr: sampleRate }),
    sampleRate,
  }),
});

const noise = (colour: 'white' | 'red', snrDb: number): Condition =>
  step(`${colour}-${snrDb}`, `${colour} noise, ${snrDb} dB`, { kind: 'noise', snrDb, colour });

const pink = (snrDb: number): Condition => ({
  name: `pink-${snrDb}`,
  title: `pink noise, ${snrDb} dB`,
  change: (audio, random) => pinkNoise(audio, snrDb, random),
});

/** Half of the highest sample, which is 6 dB below it. */
const CLIPPED = 0.5;

/** The clips as they are first: the others are compared with them. */
export const CONDITIONS: readonly Condition[] = [
  { name: 'clean', title: 'as they are', change: (audio) => audio },
  step('quiet-20', '20 dB quieter', { kind: 'gain', db: -20 }),
  step('quiet-40', '40 dB quieter', { kind: 'gain', db: -40 }),
  rate(8000),
  rate(16_000),
  rate(44_100),
  {
    name: 'telephone-band',
    title: 'a telephone band, 300 to 3,400 Hz',
    change: telephoneBand,
  },
  { name: 'telephone', title: 'the same in the 8 bits of µ-law', change: telephone },
  noise('white', 20),
  noise('white', 10),
  pink(20),
  pink(10),
  noise('red', 20),
  noise('red', 10),
  step('room-0.3', 'a room of 0.3 s', { kind: 'room', rt60: 0.3 }),
  step('room-0.6', 'a room of 0.6 s', { kind: 'room', rt60: 0.6 }),
  {
    name: 'no-start',
    title: 'without the first 0.5 s of speech',
    change: (audio) => cutOff(audio, { first: 0.5 }),
  },
  {
    name: 'no-end',
    title: 'without the last 0.5 s of speech',
    change: (audio) => cutOff(audio, { last: 0.5 }),
  },
  step('middle', 'the middle 1.5 s alone', { kind: 'middle', seconds: 1.5 }),
  {
    name: 'clipped',
    title: 'clipped 6 dB below the peak',
    change({ samples, sampleRate }) {
      let peak = 0;
      for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
      const limit = CLIPPED * peak;
      const clipped = samples.map((sample) => Math.max(-limit, Math.min(limit, sample)));
      return { samples: clipped as Float32Array, sampleRate };
    },
  },
];
