import { expect, test } from 'vitest';
import { egemapsFraming } from '../framing.ts';
import { soundLevel } from './sound-level.ts';

test('the level is that of the frames’ mean square, -120 dB at least', () => {
  const framing = egemapsFraming(16000, 16000);
  expect(soundLevel(new Float32Array(16000).fill(0.1), framing)).toBeAllclose(-20, {
    rtol: 1e-6,
    atol: 0,
  });
  expect(soundLevel(new Float32Array(16000), framing)).toBeAllclose(-120, { rtol: 1e-9, atol: 0 });
  // What no whole frame holds is not heard.
  expect(soundLevel(new Float32Array(16100).fill(1, 16000), egemapsFraming(16100, 16000))).toBe(
    -120,
  );
});
