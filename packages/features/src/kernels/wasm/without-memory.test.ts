import { afterAll, expect, test, vi } from 'vitest';
import * as features from '../../index.ts';
import { signals } from '../../testing/signals.ts';

const { noise } = signals();
const extract = ({ createExtractor, presets }: typeof features): Float32Array =>
  createExtractor(presets.summary162).extract({ samples: noise, sampleRate: 8000 });
const expected = extract(features);

afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('a platform that gives WebAssembly no memory gets the same bits', async () => {
  vi.resetModules();
  const asked: unknown[] = [];
  vi.stubGlobal(
    'WebAssembly',
    Object.assign(Object.create(WebAssembly), {
      Module: WebAssembly.Module,
      Instance: WebAssembly.Instance,
      Memory: class {
        constructor(size: unknown) {
          asked.push(size);
          throw new RangeError('WebAssembly.Memory(): could not allocate memory');
        }
      },
    }),
  );
  const plain: typeof features = await import('../../index.ts');
  expect(extract(plain)).toEqual(expected);
  expect(asked.length).toBeGreaterThan(2);
});

// As WebKit does under a content security policy without 'wasm-unsafe-eval'.
test('a platform that compiles WebAssembly and makes no instance gets the same bits', async () => {
  vi.resetModules();
  let refused = 0;
  vi.stubGlobal(
    'WebAssembly',
    Object.assign(Object.create(WebAssembly), {
      Module: WebAssembly.Module,
      Memory: WebAssembly.Memory,
      Instance: class {
        constructor() {
          refused++;
          throw new EvalError('Refused to create a WebAssembly object');
        }
      },
    }),
  );
  const plain: typeof features = await import('../../index.ts');
  expect(extract(plain)).toEqual(expected);
  expect(refused).toBeGreaterThan(0);
});
