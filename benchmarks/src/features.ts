import {
  createExtractor,
  egemaps,
  mfcc,
  presets,
  pyin,
  resample,
  timeStretch,
} from '@ser/features';
import { formatTime, measure, printTable, type Timing } from './measure.ts';
import { pythonTimings } from './python-timings.ts';

const RATE = 22050;
const FUNCTIONALS_RATE = 16000;
const FUNCTIONALS_SECONDS = 3;
const FRAME = 2048;
const HOP = 512;
const REPEATS = 200;
const PYIN_SECONDS = 3;
/** C2 to C7, as librosa's documentation advises. */
const PYIN = { sampleRate: RATE, fMin: 65.40639132514966, fMax: 2093.004522404789 };

/** Whom the others are measured beside. */
const OTHER_PEERS: Readonly<Record<string, string>> = {
  functionals: 'numpy, of tools/parity',
  egemaps: 'openSMILE',
};

/**
 * Features of a clip of 2.5 seconds on one thread, beside librosa, Meyda and essentia.js on the
 * same samples, pYIN of 3 seconds beside librosa, and functionals of 3 seconds beside their
 * reference in numpy and openSMILE. `PYTHON` names a Python with librosa and opensmile.
 */
export async function features(): Promise<void> {
  const clip = speechLike(RATE);
  const original = speechLike(48000);
  const samples = speechLike(FUNCTIONALS_RATE, FUNCTIONALS_SECONDS);
  const sung = speechLike(RATE, PYIN_SECONDS);
  const { extractSamples } = createExtractor(presets.summary162);
  const { extract } = createExtractor(presets.functionals);
  const repeats = { repeats: REPEATS, warmUps: 100 };
  const ours: Record<string, Timing> = {
    summary162: await measure(() => extractSamples(clip), repeats),
    mfcc: await measure(() => mfcc(clip, { sampleRate: RATE }), repeats),
    resample: await measure(() => resample(original, { origSr: 48000, targetSr: RATE }), repeats),
    timeStretch: await measure(() => timeStretch(clip, { rate: 0.8 }), { repeats: 30 }),
    pyin: await measure(() => pyin(sung, PYIN), { repeats: 60 }),
    functionals: await measure(() => extract({ samples, sampleRate: FUNCTIONALS_RATE }), repeats),
    egemaps: await measure(() => egemaps(samples, { sampleRate: FUNCTIONALS_RATE }), repeats),
  };
  const peers: [string, string, Timing | string][] = [];
  const python = await pythonTimings('features.py', clip, original, samples, sung);
  for (const name of Object.keys(ours)) {
    const peer = OTHER_PEERS[name] ?? 'librosa';
    peers.push([name, peer, typeof python === 'string' ? python : python[name]]);
  }
  peers.push(['summary162', 'Meyda, its frame features', await meyda(clip)]);
  peers.push(['mfcc', 'essentia.js', await essentia(clip)]);

  const rows = peers.map(([name, peer, timing]) => {
    const mine = ours[name];
    const cells = [name, formatTime(mine.minimum), formatTime(mine.median), peer];
    if (typeof timing === 'string') return [...cells, timing, '', '', ''];
    const ratios = [timing.minimum / mine.minimum, timing.median / mine.median];
    return [
      ...cells,
      formatTime(timing.minimum),
      formatTime(timing.median),
      ...ratios.map((ratio) => ratio.toFixed(2)),
    ];
  });
  printTable([
    ['one thread', 'minimum', 'median', 'peer', 'minimum', 'median', '× minimum', '× median'],
    ...rows,
  ]);
}

/** A gliding harmonic tone under noise, with pauses, the same on every machine. */
export function speechLike(rate: number, seconds = 2.5): Float32Array {
  let state = 1;
  return Float32Array.from({ length: Math.trunc(seconds * rate) }, (_, i) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    const t = i / rate;
    const phase = 2 * Math.PI * (120 * t + 20 * Math.sin(3 * t));
    let tone = 0;
    for (let k = 1; k <= 12; k++) tone += Math.sin(k * phase) / k;
    const loud = Math.max(0, Math.sin(5 * t));
    return 0.2 * loud * tone + 0.01 * (state / 2 ** 31 - 1);
  });
}

interface Meyda {
  bufferSize: number;
  sampleRate: number;
  melBands: number;
  numberOfMFCCCoefficients: number;
  extract(features: string[], frame: Float32Array): unknown;
}

/** MFCC, chroma, RMS, zero crossings and the power spectrum: what Meyda has of the recipe. */
async function meyda(clip: Float32Array): Promise<Timing> {
  const { default: peer } = (await import('meyda')) as unknown as { default: Meyda };
  Object.assign(peer, {
    bufferSize: FRAME,
    sampleRate: RATE,
    melBands: 128,
    numberOfMFCCCoefficients: 20,
  });
  const wanted = ['mfcc', 'chroma', 'rms', 'zcr', 'powerSpectrum'];
  return measure(() => forEachFrame(clip, (frame) => peer.extract(wanted, frame)), { repeats: 10 });
}

/** MFCC of each frame, with librosa's sizes where essentia.js has them. */
async function essentia(clip: Float32Array): Promise<Timing> {
  const { default: library } = await import('essentia.js');
  const peer = new library.Essentia(library.EssentiaWASM);
  const sizes = [2, RATE / 2, FRAME / 2 + 1, 0, 'dbpow', 0, 'unit_sum', 128, 20, RATE] as const;
  return measure(
    () =>
      forEachFrame(clip, (samples) => {
        const vector = peer.arrayToVector(samples);
        const { frame } = peer.Windowing(vector, false, FRAME, 'hann');
        const { spectrum } = peer.Spectrum(frame, FRAME);
        const { bands: energies, mfcc: coefficients } = peer.MFCC(spectrum, ...sizes);
        for (const each of [vector, frame, spectrum, energies, coefficients]) each.delete();
      }),
    { repeats: 20 },
  );
}

function forEachFrame(clip: Float32Array, run: (frame: Float32Array) => void): void {
  for (let at = 0; at + FRAME <= clip.length; at += HOP) run(clip.subarray(at, at + FRAME));
}
