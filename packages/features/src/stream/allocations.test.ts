import { type HeapProfiler, Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';
import { seeded } from '@ser/testing';
import { afterAll, expect, test, vi } from 'vitest';
import type { ExtractorConfig } from '../extractor/extractor-config.ts';
import { presets } from '../extractor/presets.ts';
import type * as streams from './create-frame-stream.ts';

// V8 compiles on the spot, and not beside the program, where a busy machine lets it wait.
setFlagsFromString('--no-concurrent-recompilation');
afterAll(() => setFlagsFromString('--concurrent-recompilation'));

// Other files may have called these functions with other types, and V8 compiles them for all.
vi.resetModules();
const { createFrameStream }: typeof streams = await import('./create-frame-stream.ts');

const configs: Record<string, ExtractorConfig> = {
  'the preset logMel': presets.logMel,
  'the preset prosody': presets.prosody,
  'filter banks and cepstra of Kaldi': {
    sampleRate: 16000,
    nFft: 400,
    hopLength: 160,
    center: false,
    features: [{ kind: 'kaldiFbank', numMelBins: 80 }, { kind: 'kaldiMfcc' }],
    statistic: null,
  },
  'every other feature': {
    ...presets.logMel,
    features: [
      { kind: 'zcr' },
      { kind: 'chroma', tuning: 0 },
      { kind: 'mfcc', nMels: 40, topDb: null },
      { kind: 'mel', nMels: 40 },
    ],
  },
};

/**
 * Bytes that this package's functions put on the heap during `run`, those collected since included.
 */
function allocatedBy(run: () => void): number {
  const session = new Session();
  session.connect();
  session.post('HeapProfiler.startSampling', {
    samplingInterval: 64,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  run();
  let bytes = 0;
  session.post('HeapProfiler.stopSampling', (_, { profile }) => {
    const add = ({ callFrame, selfSize, children }: HeapProfiler.SamplingHeapProfileNode): void => {
      if (/\/features\/src\/(?!.*\.test\.ts)/.test(callFrame.url)) bytes += selfSize;
      children.forEach(add);
    };
    add(profile.head);
  });
  session.disconnect();
  return bytes;
}

const cases = Object.entries(configs).flatMap(([name, config]) =>
  [128, 5000].map((length) => [name, length, config, config.sampleRate] as const),
);

// Filters with a short one behind, whole steps, one filter alone, folded spectra, doubled ones.
const resampled = [44_100, 48_000, 24_000, 96_000, 22_050].flatMap((sampleRate) =>
  [128, 5000].map((length) => {
    return [`samples of ${sampleRate} Hz`, length, presets.logMel, sampleRate] as const;
  }),
);

/** Bytes that a frame of a live stream puts on the heap, once V8 has compiled the loops. */
function bytesPerFrame(config: ExtractorConfig, chunkLength: number, sampleRate: number): number {
  const stream = createFrameStream(config, { sampleRate });
  const frame = new Float32Array(stream.names.length);
  const random = seeded(1);
  const chunk = Float32Array.from({ length: chunkLength }, () => random() - 0.5);
  let frames = 0;
  const second = (): void => {
    for (let at = 0; at < sampleRate; at += chunk.length) {
      stream.push(chunk);
      while (stream.pull(frame)) frames++;
    }
  };

  // Until V8 has compiled the loops it keeps their numbers on the heap.
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 20 && least > 1; round++) {
    for (let i = 0; i < 20; i++) second();
    frames = 0;
    least = Math.min(least, allocatedBy(() => [1, 2, 3].forEach(second)) / frames);
  }
  return least;
}

test.each([...cases, ...resampled])(
  '%s, in chunks of %i: live frames put nothing on the heap once they are compiled',
  (_, length, config, sampleRate) => {
    // A number on the heap is 12 bytes.
    expect(bytesPerFrame(config, length, sampleRate)).toBeLessThan(1);
  },
);
