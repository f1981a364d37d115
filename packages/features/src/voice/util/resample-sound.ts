import { planFft } from '../../kernels/fft/plan-fft.ts';
import { interpolateSinc } from './sinc.ts';
import type { Sound } from './sound.ts';

/** Zeros before and after a sound while its high frequencies are taken out. */
const MARGIN = 1000;

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
  let size = 4;
  while (size < samples.length + 2 * MARGIN) size *= 2;
  const fft = planFft(size);
  fft.signal.fill(0);
  fft.signal.set(samples, MARGIN);
  fft.forward();
  fft.spectrum.fill(0, Math.floor((sampleRate / from) * size) - 1);
  fft.inverse();
  return fft.signal.slice(MARGIN, MARGIN + samples.length);
}
