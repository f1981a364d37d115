import { seeded } from '@ser/testing';
import { voice } from './voices.ts';

/** Every third sample of a voice, at 16 kHz. */
const spoken = (name: string): Float32Array =>
  Float32Array.from(voice(name).samples.filter((_, i) => i % 3 === 0));

/** The clips of tools/parity/functionals_goldens.py, at 16 kHz, by the same formulas. */
export function speechClips(): Record<string, Float32Array> {
  const [low, high, brief] = ['low', 'high', 'brief'].map(spoken);
  const random = seeded(21);
  return {
    low,
    high,
    brief,
    'one run': high.subarray(2000, 8500),
    silence: new Float32Array(8000),
    constant: new Float32Array(4000).fill(0.25),
    unvoiced: Float32Array.from({ length: 8000 }, () => 0.1 * (2 * random() - 1)),
    'one sample': low.subarray(5000, 5001),
    '2 frames': low.subarray(5000, 5300),
    '3 frames': low.subarray(5000, 5400),
    '7 frames': low.subarray(5000, 6000),
    '20 frames': low.subarray(5000, 8100),
    '21 frames': low.subarray(5000, 8200),
    '22 frames': low.subarray(5000, 8400),
    long: Float32Array.of(...low, ...brief),
  };
}
