import { seeded } from '@ser/testing';

const RATE = 22050;

const make = (length: number, sample: (t: number, i: number) => number): Float32Array =>
  Float32Array.from({ length }, (_, i) => sample(i / RATE, i));

const noise = (length: number, amplitude: number): Float32Array => {
  const random = seeded();
  return make(length, () => amplitude * (2 * random() - 1));
};

const sine = (hz: number, t: number): number => Math.sin(2 * Math.PI * hz * t);

/** Noise under a low-pass filter of one pole. */
function murmur(length: number): Float32Array {
  const random = seeded();
  let level = 0;
  return make(length, () => {
    level = 0.98 * level + 0.02 * (2 * random() - 1);
    return level;
  });
}

/** Twelve harmonics of a gliding pitch, with pauses. */
function voice(t: number): number {
  const phase = 2 * Math.PI * (120 * t + 20 * Math.sin(3 * t));
  let tone = 0;
  for (let k = 1; k <= 12; k++) tone += Math.sin(k * phase) / k;
  return Math.max(0, Math.sin(5 * t + 0.5)) * tone;
}

/** The signals of tools/parity/features_goldens.py, by the same formulas, at 22,050 Hz. */
export function signals(): Record<string, Float32Array> {
  const hiss = seeded();
  const low = murmur(RATE);
  const speech = make(RATE, (t, i) => low[i] + 0.05 * voice(t));
  return {
    chirp: make(RATE, (t) => 0.5 * Math.sin(2 * Math.PI * (100 * t + 3000 * t * t))),
    tones: make(RATE, (t) => 0.4 * sine(226, t) + 0.2 * sine(571, t)),
    noise: noise(RATE, 0.3),
    fading: make(RATE, (t) => 0.5 * sine(440, t) * Math.exp(-8 * t) + 0.001 * (2 * hiss() - 1)),
    clicks: make(RATE, (_, i) => (i % 3000 === 0 ? 0.8 : 0)),
    silence: new Float32Array(5000),
    dc: new Float32Array(5000).fill(0.25),
    one: Float32Array.of(0.5),
    short: make(700, (t) => 0.5 * sine(700, t)),
    murmur: low,
    breath: noise(RATE, 0.3).map((value, i) => value * Math.sin((Math.PI * i) / RATE) ** 2),
    voice: speech,
    sentence: speech.slice(1500, 7500),
    hiss: noise(6000, 0.3),
    faint: speech.slice(1500, 5500).map((value, i) => value * 10 ** (-23 + (8 * i) / 4000)),
    burst: make(RATE, (t, i) =>
      i >= 6000 && i < 15000 ? 0.4 * sine(226, t) + 0.2 * sine(571, t) : 0,
    ),
  };
}
