import { describeWith, REAL_CLIPS, type Tolerance } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import type { Samples } from '../samples.ts';
import { golden } from '../testing/golden.ts';
import * as clips from '../testing/read-clip.ts';
import { shakenVoice } from '../testing/shaken-voice.ts';
import * as voices from '../testing/voices.ts';
import * as praat from './index.ts';

/** An array of Praat's, of which every `step`-th value is kept; null is undefined in Praat. */
interface Part {
  readonly length: number;
  readonly step: number;
  readonly values: readonly (number | null)[];
}

interface Case {
  readonly function: keyof typeof praat;
  readonly signal: string;
  readonly sampleRate: number;
  readonly options: object;
  readonly change?: string;
  readonly parts: Readonly<Record<string, Part>>;
}

const casesOf = (name: string): Case[] => golden<{ cases: Case[] }>(name).cases;
const titleOf = ({ function: name, signal, options }: Case): string =>
  `${name} of ${signal} ${JSON.stringify(options)}`;

/** Whether a pulse is in the part of a sound that jitter and shimmer are asked for too. */
const isInPart = (time: number): boolean => time >= 0.4 && time <= 0.8;

/** Our answer to a case, by the names of its parts. */
function answer(expected: Case, samples: Samples): Record<string, ArrayLike<number>> {
  const { sampleRate } = expected;
  // Options come from JSON in the names of our functions; the functions check their values.
  const o = expected.options as object;
  switch (expected.function) {
    case 'pitch':
      return { ...praat.pitch(samples, { sampleRate, ...o }) };
    case 'pulses':
      return { times: praat.pulses(samples, { sampleRate, ...o }) };
    case 'jitter': {
      const pulses = praat.pulses(samples, { sampleRate });
      return {
        values: Object.values(praat.jitter(pulses, o)),
        ...('part' in expected.parts && {
          part: Object.values(praat.jitter(pulses.filter(isInPart))),
        }),
      };
    }
    case 'shimmer': {
      const pulses = praat.pulses(samples, { sampleRate });
      return {
        values: Object.values(praat.shimmer(samples, pulses, { sampleRate, ...o })),
        ...('part' in expected.parts && {
          part: Object.values(praat.shimmer(samples, pulses.filter(isInPart), { sampleRate })),
        }),
      };
    }
    case 'voiceReport': {
      const { pitch, jitter, shimmer, ...r } = praat.voiceReport(samples, { sampleRate, ...o });
      return {
        pitch: [pitch.median, pitch.mean, pitch.standardDeviation, pitch.minimum, pitch.maximum],
        periods: [r.pulses, r.periods, r.meanPeriod, r.periodDeviation],
        voicing: [r.unvoicedFraction, r.voiceBreaks],
        jitter: Object.values(jitter),
        shimmer: Object.values(shimmer),
        printed: [r.voiceBreaksDegree, r.autocorrelation, r.nhr],
        hnr: [r.hnr],
      };
    }
    case 'harmonicity': {
      const { times, values, mean } = praat.harmonicity(samples, { sampleRate, ...o });
      return { times, values, mean: [mean] };
    }
    case 'formants': {
      const { times, frequencies, bandwidths } = praat.formants(samples, { sampleRate, ...o });
      const [count, frames] = frequencies.shape;
      const rows = Array.from({ length: count }, (_, k) => {
        const row = [k * frames, (k + 1) * frames] as const;
        return [
          [`f${k + 1}`, frequencies.data.subarray(...row)],
          [`b${k + 1}`, bandwidths.data.subarray(...row)],
        ] as const;
      });
      return { times, ...Object.fromEntries(rows.flat()) };
    }
  }
}

// Ours are the numbers of Praat but for float32, which has 7 digits, and for the place of a peak,
// which both search to about 1e-7 of it. Jitter is a difference of such places, a hundredth of
// them. Bandwidths hang on the last bits of a root near the circle.
const TOLERANCES: Readonly<Record<string, Tolerance>> = {
  'pitch times': { rtol: 1e-9, atol: 1e-9 },
  'pitch f0': { rtol: 5e-7, atol: 0 },
  'pitch strength': { rtol: 1e-6, atol: 1e-7 },
  'pulses times': { rtol: 0, atol: 1e-9 },
  'jitter values': { rtol: 1e-6, atol: 0 },
  'jitter part': { rtol: 1e-6, atol: 0 },
  'shimmer values': { rtol: 1e-6, atol: 0 },
  'shimmer part': { rtol: 1e-6, atol: 0 },
  'voiceReport pitch': { rtol: 1e-6, atol: 0 },
  'voiceReport periods': { rtol: 1e-6, atol: 0 },
  'voiceReport voicing': { rtol: 1e-9, atol: 0 },
  'voiceReport jitter': { rtol: 1e-6, atol: 0 },
  'voiceReport shimmer': { rtol: 1e-6, atol: 0 },
  // Half of the last digit that Praat prints.
  'voiceReport printed': { rtol: 0, atol: 1e-6 },
  'voiceReport hnr': { rtol: 0, atol: 5.1e-4 },
  'harmonicity times': { rtol: 1e-9, atol: 1e-9 },
  'harmonicity values': { rtol: 1e-6, atol: 1e-5 },
  'harmonicity mean': { rtol: 1e-6, atol: 1e-6 },
  'formants times': { rtol: 1e-9, atol: 1e-9 },
};
const FORMANT: Tolerance = { rtol: 1e-6, atol: 1e-2 };

function expectPraat(expected: Case, samples: Samples): void {
  const ours = answer(expected, samples);
  expect(Object.keys(ours)).toEqual(Object.keys(expected.parts));
  for (const [name, { length, step, values }] of Object.entries(expected.parts)) {
    expect(ours[name].length, name).toBe(length);
    const kept = values.map((_, k) => ours[name][k * step]);
    expect(
      kept.map((value) => Number.isNaN(value)),
      name,
    ).toEqual(values.map((value) => value === null));
    const known = values.flatMap((value, k) => (value === null ? [] : [k]));
    expect(
      known.map((k) => kept[k]),
      name,
    ).toBeAllclose(
      known.map((k) => Number(values[k])),
      TOLERANCES[`${expected.function} ${name}`] ?? FORMANT,
    );
  }
}

/** What is flat or silent in places, and what is shorter than a frame of formants. */
const EDGES: Readonly<Record<string, (voice: Samples) => Samples>> = {
  gap: (voice) => voice.map((y, i) => (i >= 6000 && i < 9000 ? 0 : y)),
  clipped: (voice) => voice.map((y) => Math.max(-0.5, Math.min(0.5, 20 * y))),
  short: (voice) => voice.slice(4000, 4479),
};

function synthetic(name: string): Samples {
  if (name in EDGES) return EDGES[name](shakenVoice(16_000).samples);
  const [, rate] = /^shaken (\d+)$/.exec(name) ?? [];
  return rate === undefined ? voices.firstSeconds(name) : shakenVoice(Number(rate)).samples;
}

describe('Praat: voices', () => {
  test.each(casesOf('praat').map((each) => [titleOf(each), each] as const))('%s', (_, each) => {
    expectPraat(each, synthetic(each.signal));
  });
});

describe('every option', () => {
  const changes = casesOf('praat').filter((each) => each.change !== undefined);

  test.each(changes.map((each) => [titleOf(each), each] as const))('%s matters', (_, each) => {
    const { change = '', options } = each;
    const { [change]: _value, ...base } = options as Record<string, unknown>;
    const samples = synthetic(each.signal);
    expect(answer(each, samples)).not.toEqual(answer({ ...each, options: base }, samples));
  });

  test.each([
    [
      'pitch',
      'method timeStep pitchFloor pitchCeiling maxCandidates veryAccurate silenceThreshold',
    ],
    ['pitch', 'voicingThreshold octaveCost octaveJumpCost voicedUnvoicedCost'],
    ['jitter', 'periodFloor periodCeiling maxPeriodFactor'],
    ['shimmer', 'periodFloor periodCeiling maxPeriodFactor maxAmplitudeFactor'],
    ['voiceReport', 'method pitchFloor pitchCeiling maxPeriodFactor maxAmplitudeFactor'],
    ['harmonicity', 'method timeStep pitchFloor silenceThreshold periodsPerWindow'],
    ['formants', 'timeStep maxFormants formantCeiling windowLength preEmphasisFrom'],
  ])('of %s has a golden: %s', (name, options) => {
    const changed = changes.flatMap((each) => (each.function === name ? [each.change] : []));
    expect(changed).toEqual(expect.arrayContaining(options.split(' ')));
  });
});

describeWith(REAL_CLIPS)('Praat: clips', () => {
  test.each(casesOf('praat-clips').map((each) => [titleOf(each), each] as const))(
    '%s',
    (_, each) => {
      expectPraat(each, clips.firstSeconds(each.signal));
    },
  );
});
