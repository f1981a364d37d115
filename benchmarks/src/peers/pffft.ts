import { calls } from '../work/calls.ts';
import type { Side } from '../work/work.ts';

/** The part of PFFFT's module that the benchmark uses. */
interface Pffft {
  readonly HEAPF32: Float32Array;
  _pffft_new_setup(size: number, transform: number): number;
  _pffft_aligned_malloc(bytes: number): number;
  _pffft_transform_ordered(
    setup: number,
    input: number,
    output: number,
    work: number,
    direction: number,
  ): void;
}

const REAL = 0;
const FORWARD = 0;

/** Ordered real transforms in float32 of a length that PFFFT takes: multiples of 32, factors 2, 3, 5. */
export function pffft(signal: Float64Array, count: number): Side {
  let side: Side | undefined;
  return async (budget) => {
    side ??= await plan(signal, count);
    return side(budget);
  };
}

async function plan(signal: Float64Array, count: number): Promise<Side> {
  const { default: create } = (await import('@echogarden/pffft-wasm/simd')) as {
    default: () => Promise<Pffft>;
  };
  const library = await create();
  const setup = library._pffft_new_setup(signal.length, REAL);
  if (setup === 0) throw new Error(`PFFFT has no transform of ${signal.length}`);
  const [input, output, work] = [0, 0, 0].map(() =>
    library._pffft_aligned_malloc(4 * signal.length),
  );
  library.HEAPF32.set(signal, input / 4);
  return calls(() => {
    for (let i = 0; i < count; i++) {
      library._pffft_transform_ordered(setup, input, output, work, FORWARD);
    }
  }, count);
}
