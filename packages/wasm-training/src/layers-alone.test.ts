import { runLimited } from '@ser/testing';
import { expect, test } from 'vitest';

/** What tfjs refuses or lacks itself, on every backend, and what it says. */
const REFUSED: Record<string, RegExp> = {
  'batchNormalization without scale': /^Cannot read properties of undefined/,
  'batchNormalization without centre': /^Cannot read properties of undefined/,
  'conv2d, dilated': /^Error in gradient of fused conv2D: dilation rates greater than 1/,
  'categoryEncoding, in front': /^Error when checking : expected .* to have shape/,
  'centerCrop, in front': /^Error when checking : expected .* to have shape/,
  centerCrop: /gradient function not found for CropAndResize/,
  conv3dTranspose: /gradient function not found for Conv3DBackpropInputV2/,
  masking: /gradient function not found for Any/,
  resizing: /^Invalid typed array length/,
  'randomWidth, in front': /^Negative dimension size caused by adding layer/,
  'resizing, in front': /^Invalid typed array length/,
  thresholdedReLU: /gradient function not found for Greater/,
};

test('every layer predicts and trains with what the README installs, and nothing else', async () => {
  const { value, error } = await runLimited({
    module: new URL('./testing/train-every-layer.ts', import.meta.url),
    call: 'trainEveryLayer',
    cpuSeconds: 120,
    seconds: 500,
  });
  expect(error).toBeUndefined();
  const results = Object.entries(value as Record<string, string>);
  expect(results.length).toBeGreaterThan(55);
  for (const [name, result] of results) {
    const refused = Object.hasOwn(REFUSED, name) ? REFUSED[name] : /^works$/;
    expect(result, name).toMatch(refused);
  }
});
