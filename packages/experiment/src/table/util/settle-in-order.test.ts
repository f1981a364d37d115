import { expect, it } from 'vitest';
import { collect } from '../../testing/collect.ts';
import { fakeClip } from '../../testing/fake-extract.ts';
import type { ExtractedClip, LabelledClip } from '../extract-clips.ts';
import { MOST_WAITING, settleInOrder } from './settle-in-order.ts';

/** Clips by name; those in capitals are settled already. */
async function* looked(names: readonly string[], onLook: (name: string) => void = () => {}) {
  for (const name of names) {
    onLook(name);
    const clip = fakeClip(name);
    yield name === name.toUpperCase() ? { clip, settled: `known ${name}` } : { clip };
  }
}

const settle = async ({ id }: LabelledClip) => `new ${id}`;
const resultOf = (id: string): ExtractedClip => ({ id, error: new Error() });

/** Extracts so many clips at a time, the last of them first. */
function turned(size: number, calls: string[][] = []) {
  return async function* (clips: AsyncIterable<LabelledClip>): AsyncGenerator<ExtractedClip> {
    const call: string[] = [];
    calls.push(call);
    let held: string[] = [];
    for await (const { id } of clips) {
      call.push(id);
      held.push(id);
      if (held.length < size) continue;
      for (const each of held.reverse()) yield resultOf(each);
      held = [];
    }
    for (const each of held) yield resultOf(each);
  };
}

it('gives what was known and what is new in one order', async () => {
  const calls: string[][] = [];
  const names = ['A', 'b', 'C', 'd', 'e', 'F', 'G', 'h', 'I'];
  const all = settleInOrder(looked(names), { extract: turned(3, calls), settle });
  expect(await collect(all)).toEqual(
    names.map((name) => `${name === name.toUpperCase() ? 'known' : 'new'} ${name}`),
  );
  expect(calls).toEqual([['b', 'd', 'e', 'h']]);
});

it('extracts nothing where all is known', async () => {
  const calls: string[][] = [];
  const all = settleInOrder(looked(['A', 'B']), { extract: turned(1, calls), settle });
  expect(await collect(all)).toEqual(['known A', 'known B']);
  expect(calls).toEqual([]);
});

it('hands over no more once 128 wait, and calls again for the rest', async () => {
  expect(MOST_WAITING).toBe(128);
  const names = ['a', ...Array.from({ length: 300 }, (_, i) => `K${i}`), 'b'];
  const calls: string[][] = [];
  const seen: string[] = [];
  const all = settleInOrder(
    looked(names, (name) => seen.push(name)),
    {
      extract: turned(10, calls),
      settle,
    },
  );
  await all.next();
  // One more is looked up than waits.
  expect(seen).toHaveLength(1 + 128 + 1);
  const rest = await collect(all);
  expect(rest).toHaveLength(301);
  expect(rest.at(-1)).toBe('new b');
  expect(calls).toEqual([['a'], ['b']]);
});

it('bounds what was extracted before its turn, too', async () => {
  const names = Array.from({ length: 300 }, (_, i) => `c${i}`);
  const calls: string[][] = [];
  // The first clip comes last, whatever else is handed over.
  const extract = async function* (clips: AsyncIterable<LabelledClip>) {
    const call: string[] = [];
    calls.push(call);
    for await (const { id } of clips) {
      call.push(id);
      if (call.length > 1) yield resultOf(id);
    }
    yield resultOf(call[0]);
  };
  const all = await collect(settleInOrder(looked(names), { extract, settle }));
  expect(all).toEqual(names.map((name) => `new ${name}`));
  expect(calls.map(({ length }) => length)).toEqual([129, 129, 42]);
});

it('ends where what extracts ends before its time', async () => {
  const extract = async function* (clips: AsyncIterable<LabelledClip>) {
    for await (const { id } of clips) {
      yield resultOf(id);
      return;
    }
  };
  const all = await collect(settleInOrder(looked(['a', 'b', 'c']), { extract, settle }));
  expect(all).toEqual(['new a']);
});

it('leaves out a clip of which nothing comes', async () => {
  const extract = async function* (clips: AsyncIterable<LabelledClip>) {
    for await (const { id } of clips) if (id !== 'b') yield resultOf(id);
  };
  const all = await collect(settleInOrder(looked(['a', 'b', 'c']), { extract, settle }));
  expect(all).toEqual(['new a', 'new c']);
});
