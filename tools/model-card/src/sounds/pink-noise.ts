import { type Audio, noise } from '@ser/features';

/** Poles and gains of filters that together fall by 3 dB an octave (P. Kellet, 1999), at 48 kHz. */
const FILTERS = [
  [0.99886, 0.0555179],
  [0.99332, 0.0750759],
  [0.969, 0.153852],
  [0.8665, 0.3104856],
  [0.55, 0.5329522],
  [-0.7616, -0.016898],
] as const;
/** The share of the noise that passes no filter. */
const UNFILTERED = 0.5362;

/** Adds noise that falls by 3 dB an octave, as far below the loud frames as `noise` has it. */
export function pinkNoise(audio: Audio, snrDb: number, random: () => number): Audio {
  const white = noise(audio, { snrDb, random }).samples;
  const { samples, sampleRate } = audio;
  const states = new Float64Array(FILTERS.length);
  const added = Float64Array.from(samples, (sample, i) => white[i] - sample);
  const pink = new Float64Array(added.length);
  for (let i = 0; i < added.length; i++) {
    pink[i] = UNFILTERED * added[i];
    for (let k = 0; k < FILTERS.length; k++) {
      states[k] = FILTERS[k][0] * states[k] + FILTERS[k][1] * added[i];
      pink[i] += states[k];
    }
  }
  const scale = Math.sqrt(power(added) / power(pink));
  return {
    samples: Float32Array.from(samples, (sample, i) => sample + scale * pink[i]),
    sampleRate,
  };
}

function power(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
