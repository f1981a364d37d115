import { runLimited } from '@ser/testing';
import { expect, test } from 'vitest';

test('another copy of tfjs-core than the backend has serves as well', async () => {
  const { value, error } = await runLimited({
    module: new URL('./testing/second-copy.ts', import.meta.url),
    call: 'trainWithSecondCopy',
    cpuSeconds: 60,
    seconds: 500,
  });
  expect(error).toBeUndefined();
  expect(value).toEqual({ isOther: true, loss: expect.any(Number) });
});
