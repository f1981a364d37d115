import { seeded } from '@ser/testing';
import { afterAll, describe, expect, test, vi } from 'vitest';
import * as features from '../../index.ts';
import { signals } from '../../testing/signals.ts';
import {
  framesModule,
  functionalsModule,
  resamplingModule,
  signalsModule,
  spectraModule,
  transformsModule,
} from './modules.ts';

vi.resetModules();
vi.doMock('./modules.ts', () => ({
  framesModule: () => null,
  functionalsModule: () => null,
  resamplingModule: () => null,
  signalsModule: () => null,
  spectraModule: () => null,
  transformsModule: () => null,
}));
const plain: typeof features = await import('../../index.ts');
afterAll(() => {
  vi.doUnmock('./modules.ts');
  vi.resetModules();
});

type Features = typeof features;
const sampleRate = 22050;
const { short, ...whole } = signals();
/** Several frames of each. */
const [chirp, noise, fading, clicks] = ['chirp', 'noise', 'fading', 'clicks'].map((name) =>
  whole[name].subarray(0, 7000),
);

const calls: Record<string, (f: Features, y: Float32Array) => ArrayLike<number>> = {
  stft: (f, y) => f.stft(y).real,
  istft: (f, y) => f.istft(f.stft(y)),
  'stft of 400': (f, y) => f.stft(y, { nFft: 400 }).imag,
  'stft of 512': (f, y) => f.stft(y, { nFft: 512 }).imag,
  mfcc: (f, y) => f.mfcc(y, { sampleRate }).data,
  melspectrogram: (f, y) => f.melspectrogram(y, { sampleRate, power: 1.5 }).data,
  chromaStft: (f, y) => f.chromaStft(y, { sampleRate }).data,
  cqt: (f, y) => f.cqt(y, { sampleRate }).imag,
  chromaCqt: (f, y) => f.chromaCqt(y, { sampleRate, cqtMode: 'hybrid' }).data,
  piptrack: (f, y) => f.piptrack(y, { sampleRate }).pitches.data,
  spectralContrast: (f, y) => f.spectralContrast(y, { sampleRate }).data,
  yin: (f, y) => f.yin(y, { sampleRate, fMin: 65, fMax: 600 }),
  pyin: (f, y) => f.pyin(y, { sampleRate, fMin: 65, fMax: 600, fillNa: null }).f0,
  timeStretch: (f, y) => f.timeStretch(y, { rate: 0.8 }),
  zeroCrossingRate: (f, y) => f.zeroCrossingRate(y),
  amplitudeToDb: (f, y) => f.amplitudeToDb({ data: y.map(Math.abs), shape: [1, y.length] }).data,
  'resample to 16000': (f, y) => f.resample(y, { origSr: sampleRate, targetSr: 16000 }),
  'resample to 48000': (f, y) => f.resample(y, { origSr: sampleRate, targetSr: 48000 }),
  'resample to 5000.5': (f, y) => f.resample(y, { origSr: sampleRate, targetSr: 5000.5 }),
  'resample to 11025': (f, y) => f.resample(y, { origSr: sampleRate, targetSr: 11025 }),
  'resample to a third': (f, y) => f.resample(y, { origSr: sampleRate, targetSr: 7350 }),
  'resample to a sixth': (f, y) => f.resample(y, { origSr: sampleRate, targetSr: 3675 }),
  'resample to 44100': (f, y) => f.resample(y, { origSr: sampleRate, targetSr: 44100 }),
  'resample to 33075': (f, y) => f.resample(y, { origSr: sampleRate, targetSr: 33075 }),
  pitchShift: (f, y) => f.pitchShift(y, { sampleRate, nSteps: -1 }),
  logMel: (f, y) => f.createExtractor(f.presets.logMel).extract({ samples: y, sampleRate }),
  'kaldi.fbank': (f, y) => f.kaldi.fbank(y, { numMelBins: 80 }).data,
  'kaldi.mfcc': (f, y) => f.kaldi.mfcc(y, { roundToPowerOfTwo: false }).data,
  'logMel of a stream that is resampled': (f, y) => {
    const stream = f.createFrameStream(f.presets.logMel, { sampleRate });
    stream.push(y);
    stream.end();
    const frames = new Float32Array(64 * 40);
    for (let at = 0; stream.pull(frames.subarray(at, at + 64)); ) at += 64;
    return frames;
  },
  functionals: (f, y) => f.createExtractor(f.presets.functionals).extractSamples(y),
  lld: (f, y) =>
    f
      .createExtractor({ ...f.presets.functionals, features: [{ kind: 'lld' }], statistic: null })
      .extractSamples(y),
  librosa193: (f, y) => f.createExtractor(f.presets.librosa193).extractSamples(y),
  // Twice, since the shortest has less than 60 ms.
  egemaps: (f, y) => f.egemaps(Float32Array.of(...y, ...y), { sampleRate }),
  egemapsLld: (f, y) => f.egemapsLld(Float32Array.of(...y, ...y), { sampleRate }).data,
  summary162: (f, y) => f.createExtractor(f.presets.summary162).extractSamples(y),
};

describe('without WebAssembly', () => {
  // Or the tests below would compare a thing with itself.
  test.each([
    framesModule,
    functionalsModule,
    resamplingModule,
    signalsModule,
    spectraModule,
    transformsModule,
  ])('there is some otherwise', (compiled) =>
    expect(compiled()).toBeInstanceOf(WebAssembly.Module),
  );

  // Equal to the last bit; the reason why a page whose policy forbids WebAssembly needs no warning.
  test.each(Object.entries(calls))('%s gives the same bits', (_, call) => {
    for (const samples of [chirp, noise, fading, clicks, short]) {
      expect(call(plain, samples)).toBeAllclose(call(features, samples), { rtol: 0, atol: 0 });
    }
  });

  // Kernels take 64 or 128 frames of 10 ms at a time.
  test.each(['functionals', 'lld'])('%s of a longer clip gives the same bits', (name) => {
    const longer = Float32Array.of(...chirp, ...noise, ...fading, ...clicks, ...short);
    expect(calls[name](plain, longer)).toBeAllclose(calls[name](features, longer), {
      rtol: 0,
      atol: 0,
    });
  });

  test('bad samples are refused all the same', () => {
    const random = seeded();
    const samples = Float32Array.from({ length: 3000 }, random);
    samples[2999] = Number.NaN;
    for (const { mfcc } of [features, plain]) {
      expect(() => mfcc(samples, { sampleRate })).toThrow('got NaN at index 2999');
    }
  });
});
