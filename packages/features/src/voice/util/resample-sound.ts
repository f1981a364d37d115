import { planFft } from '../../kernels/fft/plan-fft.ts';
import { interpolateSinc } from './sinc.ts';
import type { Sound } from './sound.ts';

/** Zeros before and after a sound while its high frequencies are taken out, at least. */
const MARGIN = 1000;

/** The longest transform. A longer sound is transformed in stretches. */
const LONGEST = 2 ** 20;

/** What the stretches of a longer sound have of those before and after them. */
const OVERLAP = 2 ** 16;

/** Samples on each side from which a sample at the new rate is read. */
const DEPTH = 50;

/**
 * A sound at another rate: what is above the new Nyquist frequency is taken out of its spectrum,
 * then samples are read between samples; Praat's manual, "Sound: Resample...", at precision 50.
 * The samples lie in the middle of the sound's duration.
 */
export function resampleSound(sound: Sound, sampleRate: number): Sound {
  const step = 1 / sampleRate;
  const duration = sound.samples.length * sound.step;
  const count = Math.floor(duration * sampleRate + 0.5);
  const start = 0.5 * (duration - (count - 1) / sampleRate);
  const values = sampleRate < sound.sampleRate ? lowPass(sound, sampleRate) : sound.samples;
  const samples = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    samples[i] = interpolateSinc(values, (start + i * step - sound.start) / sound.step, DEPTH);
  }
  return { samples, sampleRate, step, start };
}

/** Takes all frequencies from half of `sampleRate` on out of a sound. */
function lowPass({ samples, sampleRate: from }: Sound, sampleRate: number): Float64Array {
  const { length } = samples;
  let size = 4;
  while (size < length + 2 * MARGIN && size < LONGEST) size *= 2;
  const fft = planFft(size);
  const result = new Float64Array(length);
  const whole = size >= length + 2 * MARGIN;
  const before = whole ? MARGIN : OVERLAP;
  const stretch = whole ? length : size - 2 * OVERLAP;
  for (let at = 0; at < length; at += stretch) {
    fft.signal.fill(0);
    const first = Math.max(0, at - before);
    const last = whole ? length : Math.min(length, at - before + size);
    fft.signal.set(samples.subarray(first, last), first - (at - before));
    fft.forward();
    fft.spectrum.fill(0, Math.floor((sampleRate / from) * size) - 1);
    fft.inverse();
    const end = Math.min(length, at + stretch);
    result.set(fft.signal.subarray(before, before + end - at), at);
  }
  return result;
}
