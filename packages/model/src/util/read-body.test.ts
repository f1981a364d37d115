import { expect, it } from 'vitest';
import { readBody } from './read-body.ts';

/** An answer in parts; whether it was given up. */
function answer(...parts: number[][]) {
  const state = { isCancelled: false };
  const body = new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(Uint8Array.from(part));
      controller.close();
    },
    cancel: () => {
      state.isCancelled = true;
    },
  });
  return { response: new Response(body), state };
}
const read = (response: Response, maxBytes?: number) => readBody('f', 'a.bin', response, maxBytes);

it.each([undefined, 5, 6])('joins the parts, with a bound of %j', async (maxBytes) => {
  const { response } = answer([1, 2], [], [3], [4, 5]);
  expect(await read(response, maxBytes)).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
});

it('gives up as soon as there are too many', async () => {
  let pulled = 0;
  let isCancelled = false;
  const body = new ReadableStream(
    {
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(2));
      },
      cancel() {
        isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  await expect(read(new Response(body), 5)).rejects.toMatchObject({
    code: 'too-large',
    message: 'f: a.bin must have at most 5 bytes',
  });
  expect(pulled).toBe(3);
  expect(isCancelled).toBe(true);
});

it('measures an answer without a body too', async () => {
  const response = { body: null, arrayBuffer: async () => new ArrayBuffer(3) } as Response;
  expect(await read(response, 3)).toEqual(new Uint8Array(3));
  await expect(read(response, 2)).rejects.toMatchObject({ code: 'too-large' });
});

it('passes on that a connection breaks', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });
  await expect(read(new Response(body), 5)).rejects.toThrow('gone');
});
