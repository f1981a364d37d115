import { type Audio, bandLimit } from '@ser/features';

const RATE = 8000;
/** What a telephone line passes, in Hz (ITU-T G.712). */
const [LOWEST, HIGHEST] = [300, 3400];
/** Taps on each side of a filter's middle: its edges are some 60 Hz wide. */
const HALF = 255;
const MU = 255;

/** A telephone line: its band, in the 8 bits of µ-law (ITU-T G.711). */
export function telephone(audio: Audio): Audio {
  const { samples, sampleRate } = telephoneBand(audio);
  return { samples: samples.map(muLaw) as Float32Array, sampleRate };
}

/** What passes a telephone line: 300 to 3,400 Hz, at 8 kHz. */
export function telephoneBand(audio: Audio): Audio {
  const { samples } = bandLimit(audio, { sampleRate: RATE });
  const taps = bandPass();
  // Zeros around it: it begins and ends in silence.
  const padded = new Float64Array(samples.length + 2 * HALF);
  padded.set(samples, HALF);
  const line = new Float32Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    let sum = 0;
    for (let k = 0; k < taps.length; k++) sum += taps[k] * padded[i + k];
    line[i] = sum;
  }
  return { samples: line, sampleRate: RATE };
}

/** A windowed sinc. */
function bandPass(): Float64Array {
  const lowPass = (hertz: number, k: number): number => {
    const cutoff = (2 * hertz) / RATE;
    return k === 0 ? cutoff : Math.sin(Math.PI * cutoff * k) / (Math.PI * k);
  };
  return Float64Array.from({ length: 2 * HALF + 1 }, (_, i) => {
    const k = i - HALF;
    const hann = 0.5 + 0.5 * Math.cos((Math.PI * k) / (HALF + 1));
    return hann * (lowPass(HIGHEST, k) - lowPass(LOWEST, k));
  });
}

/** The nearest of 255 levels, which lie closer where it is quiet. */
function muLaw(sample: number): number {
  const size = Math.min(1, Math.abs(sample));
  const level = Math.round((127 * Math.log1p(MU * size)) / Math.log1p(MU)) / 127;
  return (Math.sign(sample) * Math.expm1(level * Math.log1p(MU))) / MU;
}
