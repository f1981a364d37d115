import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

interface Processor {
  port: { onmessage: (event: { data: unknown }) => void; postMessage: (data: unknown) => void };
  process(inputs: Float32Array[][]): boolean;
}

/** What the worklet registers. */
const registered = new Map<string, new () => Processor>();

interface Batch {
  samples: Float32Array;
  sampleRate: number;
  at: number;
}

let processor: Processor;
/** What it posted to the page. */
let told: unknown[];
/** What it posted to the port that it was given. */
let batches: Batch[];
let transferred: unknown[];
let isClosed: boolean;

const port = {
  postMessage: (batch: Batch, transfer: unknown[]): void => {
    batches.push(batch);
    transferred.push(...transfer);
  },
  close: (): void => {
    isClosed = true;
  },
};

const quantum = (value: number): Float32Array => new Float32Array(128).fill(value);

beforeAll(async () => {
  vi.stubGlobal(
    'AudioWorkletProcessor',
    class {
      port = { onmessage: () => {}, postMessage: (data: unknown) => told.push(data) };
    },
  );
  vi.stubGlobal('registerProcessor', (name: string, kind: new () => Processor) =>
    registered.set(name, kind),
  );
  vi.stubGlobal('sampleRate', 48_000);
  await import('./worklet.ts');
});

afterAll(() => vi.unstubAllGlobals());

beforeEach(() => {
  told = [];
  batches = [];
  transferred = [];
  isClosed = false;
  const Processor = registered.get('ser-capture');
  if (Processor === undefined) throw new Error('it registers ser-capture');
  processor = new Processor();
});

describe('with a port', () => {
  beforeEach(() => processor.port.onmessage({ data: { port } }));

  test('twelve quanta of 128 samples are a batch of 32 ms at 48 kHz', () => {
    for (let i = 0; i < 11; i++) processor.process([[quantum(i)]]);
    expect(batches).toHaveLength(0);
    processor.process([[quantum(11)]]);
    expect(batches).toHaveLength(1);
    const [{ samples, sampleRate }] = batches;
    expect(sampleRate).toBe(48_000);
    const expected = Float32Array.from({ length: 12 * 128 }, (_, i) => Math.floor(i / 128));
    expect(samples).toEqual(expected);
  });

  test('batches are transferred, and each is its own', () => {
    for (let i = 0; i < 24; i++) processor.process([[quantum(1)]]);
    expect(transferred).toEqual(batches.map(({ samples }) => samples.buffer));
    expect(batches[0].samples).not.toBe(batches[1].samples);
  });

  test('a batch says when it was full, in milliseconds since 1970', () => {
    const before = Date.now();
    for (let i = 0; i < 12; i++) processor.process([[quantum(1)]]);
    expect(batches[0].at).toBeGreaterThanOrEqual(before);
    expect(batches[0].at).toBeLessThanOrEqual(Date.now());
  });

  test('channels are averaged', () => {
    for (let i = 0; i < 12; i++) processor.process([[quantum(0.5), quantum(0.25), quantum(0)]]);
    expect(batches[0].samples).toEqual(new Float32Array(12 * 128).fill(0.25));
  });

  test('the page is told of the first batch, once', () => {
    for (let i = 0; i < 11; i++) processor.process([[quantum(1)]]);
    expect(told).toEqual([]);
    for (let i = 0; i < 13; i++) processor.process([[quantum(1)]]);
    expect(told).toEqual(['heard']);
  });

  test('an input without channels gives nothing, and goes on', () => {
    expect(processor.process([[]])).toBe(true);
    for (let i = 0; i < 11; i++) processor.process([[quantum(1)]]);
    expect(batches).toHaveLength(0);
  });

  test('after `stop` it ends, and the port is closed', () => {
    expect(processor.process([[quantum(1)]])).toBe(true);
    processor.port.onmessage({ data: 'stop' });
    expect(processor.process([[quantum(1)]])).toBe(false);
    expect(isClosed).toBe(true);
  });
});

test('without a port nothing is kept', () => {
  for (let i = 0; i < 12; i++) expect(processor.process([[quantum(1)]])).toBe(true);
  processor.port.onmessage({ data: { port } });
  for (let i = 0; i < 11; i++) processor.process([[quantum(2)]]);
  expect(batches).toHaveLength(0);
});
