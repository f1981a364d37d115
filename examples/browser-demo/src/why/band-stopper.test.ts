import { expect, it } from 'vitest';
import { BandStopper } from './band-stopper.ts';

const RATE = 16_000;
const tone = (hz: number) =>
  Float32Array.from({ length: RATE }, (_, i) =>
    // A tenth of it is a pause.
    i < RATE / 5 ? 0 : 0.3 * Math.sin((2 * Math.PI * hz * i) / RATE),
  );
const [low, high] = [tone(300), tone(3000)];
const samples = low.map((value, i) => value + high[i]);
const stopper = new BandStopper({ samples, sampleRate: RATE });
/** Away from the edges, where windows begin. */
const inner = (values: ArrayLike<number>) => Float32Array.from(values).slice(6000, 14_000);

it('takes out one band and leaves the other', () => {
  expect(inner(stopper.stop(2000, 4000).samples)).toBeAllclose(inner(low), { rtol: 0, atol: 2e-3 });
  expect(inner(stopper.stop(250, 500).samples)).toBeAllclose(inner(high), { rtol: 0, atol: 2e-3 });
});

it('leaves what has nothing there as it is', () => {
  const { samples: same, sampleRate } = stopper.stop(5000, 6000);
  expect(sampleRate).toBe(RATE);
  expect(same).toHaveLength(RATE);
  expect(inner(same)).toBeAllclose(inner(samples), { rtol: 0, atol: 1e-4 });
});

it('knows no band beyond half the rate', () => {
  expect(stopper.stop(9000, 12_000).samples).toBeAllclose(samples, { rtol: 0, atol: 1e-5 });
});
