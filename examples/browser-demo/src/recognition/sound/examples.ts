import type { Audio } from '@ser/recognizer';
import { type Manner, speak } from './speak.ts';

/** The built-in examples. They are computed, no person speaks in them. */
export type ExampleName = 'lively' | 'low' | 'changing' | 'hum';

const RATE = 16_000;
const LIVELY: Manner = { pitch: 240, range: 0.35, rate: 5.5, loudness: 0.5, tilt: 0.7, seed: 1 };
const LOW: Manner = { pitch: 105, range: 0.06, rate: 2.6, loudness: 0.08, tilt: 1.6, seed: 2 };
const TENSE: Manner = { pitch: 190, range: 0.2, rate: 4.5, loudness: 0.9, tilt: 0.4, seed: 3 };

/** The sound of an example, the same each time. */
export function makeExample(name: ExampleName): Audio {
  if (name === 'hum') return { samples: hum(4), sampleRate: RATE };
  const parts = {
    lively: [speak(LIVELY, 3.2, RATE)],
    low: [speak(LOW, 3.6, RATE)],
    changing: [LOW, LIVELY, TENSE, LOW, TENSE, LIVELY].map((manner, i) =>
      speak({ ...manner, seed: 10 + i }, 7, RATE),
    ),
  }[name];
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => {
    samples.set(part, at);
    return at + part.length;
  }, 0);
  return { samples, sampleRate: RATE };
}

/** The hum of the mains: no voice. */
function hum(seconds: number): Float32Array {
  const phase = (2 * Math.PI * 50) / RATE;
  return Float32Array.from(
    { length: seconds * RATE },
    (_, i) => 0.004 * (Math.sin(phase * i) + 0.5 * Math.sin(2 * phase * i)),
  );
}
