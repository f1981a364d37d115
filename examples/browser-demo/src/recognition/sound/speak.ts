/** How a synthetic voice speaks. */
export interface Manner {
  /** Hz. */
  readonly pitch: number;
  /** How far pitch moves, as a part of it. */
  readonly range: number;
  /** Syllables a second. */
  readonly rate: number;
  /** In [0, 1]. */
  readonly loudness: number;
  /** How much weaker higher harmonics are: 1 halves them each octave. */
  readonly tilt: number;
  readonly seed: number;
}

/** Formants of five vowels, in Hz. */
const VOWELS = [
  [730, 1090, 2440],
  [530, 1840, 2480],
  [270, 2290, 3010],
  [570, 840, 2410],
  [300, 870, 2240],
];
const FORMANT_WIDTH = 180;
const HIGHEST = 6000;
/** Syllables of a phrase; a pause follows. */
const PHRASE = 7;
const BREATH = 0.0015;

/** Harmonics through formants, in syllables and phrases with pauses: a voice, but nobody's. */
export function speak(manner: Manner, seconds: number, sampleRate: number): Float32Array {
  const { pitch, range, rate, loudness, tilt } = manner;
  const random = randomOf(manner.seed);
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  let phase = 0;
  for (let at = 0, syllable = 0; at < samples.length; syllable++) {
    const length = Math.round(((0.75 + 0.5 * random()) / rate) * sampleRate);
    const formants = VOWELS[Math.floor(VOWELS.length * random())];
    const [from, to] = [random() - 0.5, random() - 0.5];
    // A phrase falls towards its end.
    const fall = 0.15 * ((syllable % PHRASE) / PHRASE);
    const isPause = syllable % PHRASE === PHRASE - 1;
    const gains: number[] = [];
    for (let h = 1; h * pitch < HIGHEST; h++) {
      const hz = h * pitch;
      const near = formants.map((f) => Math.exp(-(((hz - f) / FORMANT_WIDTH) ** 2)));
      gains.push((0.06 + near[0] + 0.6 * near[1] + 0.3 * near[2]) * (h + 1) ** -tilt);
    }
    const peak = gains.reduce((a, b) => a + b, 0);
    for (let i = 0; i < length && at < samples.length; i++, at++) {
      const t = i / length;
      phase += (2 * Math.PI * pitch * (1 - fall + range * (from + (to - from) * t))) / sampleRate;
      const tone = harmonics(gains, phase);
      const envelope = isPause ? 0 : Math.sin(Math.PI * t) ** 0.7;
      samples[at] = (loudness * envelope * tone) / peak + BREATH * (random() - 0.5);
    }
  }
  return samples;
}

/** The sum of gains[h - 1] · sin(h · phase), each sine from the two before it. */
function harmonics(gains: readonly number[], phase: number): number {
  const twice = 2 * Math.cos(phase);
  let [before, sine, sum] = [0, Math.sin(phase), 0];
  for (const gain of gains) {
    sum += gain * sine;
    [before, sine] = [sine, twice * sine - before];
  }
  return sum;
}

/** Uniform numbers in [0, 1), the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
