import { seeded } from '@ser/testing';
import type { Audio } from '../audio/audio.ts';

/** What a sound of the gate's tests is like. */
export interface SoundOptions {
  /** Default 48000. */
  sampleRate?: number;
  /** Default 2. */
  seconds?: number;
  /** Root mean square. Default 0.05. */
  rms?: number;
}

/** Syllables: 200 ms of a vowel whose pitch falls from 180 to 140 Hz, and 100 ms of silence. */
export function syllables({ sampleRate = 48_000, seconds = 2, rms }: SoundOptions = {}): Audio {
  let phase = 0;
  const samples = Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => {
    const t = i / sampleRate;
    const inside = (t % 0.3) / 0.2;
    phase += (2 * Math.PI * (180 - 40 * Math.min(inside, 1))) / sampleRate;
    if (inside >= 1) return 0;
    let value = 0;
    // Two formants: 700 and 1,200 Hz.
    for (let k = 1; k <= 16; k++) {
      const hz = k * 160;
      const strength = 1 / (1 + ((hz - 700) / 150) ** 2) + 0.5 / (1 + ((hz - 1200) / 150) ** 2);
      value += strength * Math.sin(k * phase);
    }
    return value * Math.sin(Math.PI * inside);
  });
  return scaled({ samples, sampleRate }, rms);
}

/** Noise, as strong at every frequency, or falling by 6 dB an octave. */
export function hiss(
  { sampleRate = 48_000, seconds = 2, rms }: SoundOptions = {},
  colour: 'white' | 'red' = 'white',
): Audio {
  const random = seeded(7);
  let before = 0;
  const samples = Float32Array.from({ length: Math.round(seconds * sampleRate) }, () => {
    // Three uniform numbers are nearly normal.
    const value = random() + random() + random() - 1.5;
    before = colour === 'red' ? 0.995 * before + value : value;
    return before;
  });
  return scaled({ samples, sampleRate }, rms);
}

/** The hum of mains: 50 Hz and nine harmonics. */
export function hum({ sampleRate = 48_000, seconds = 2, rms }: SoundOptions = {}): Audio {
  const samples = Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => {
    let value = 0;
    for (let k = 1; k <= 10; k++)
      value += Math.sin((2 * Math.PI * 50 * k * i) / sampleRate + k) / k;
    return value;
  });
  return scaled({ samples, sampleRate }, rms);
}

/** Silence of so many seconds. */
export function silence({ sampleRate = 48_000, seconds = 2 }: SoundOptions = {}): Audio {
  return { samples: new Float32Array(Math.round(seconds * sampleRate)), sampleRate };
}

/** One after the other; all have the rate of the first. */
export function inARow(...sounds: readonly Audio[]): Audio {
  const samples = Float32Array.from(sounds.flatMap((sound) => [...sound.samples]));
  return { samples, sampleRate: sounds[0].sampleRate };
}

/** Both at once, as long as the first. */
export function mixed(one: Audio, other: Audio): Audio {
  const samples = Float32Array.from(one.samples, (value, i) => value + other.samples[i]);
  return { samples, sampleRate: one.sampleRate };
}

function scaled({ samples, sampleRate }: Audio, rms = 0.05): Audio {
  let energy = 0;
  for (const value of samples) energy += value * value;
  const scale = rms / Math.sqrt(energy / samples.length);
  return { samples: Float32Array.from(samples, (value) => value * scale), sampleRate };
}
