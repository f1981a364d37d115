import type { VoiceJson } from '@ser/recognizer';
import { expect, it } from 'vitest';
import { type TextStore, VoiceKeeper } from './voice-keeper.ts';

const voice: VoiceJson = { version: 1, model: 'digest', n: 4, sums: { original: 'AAAA' } };
const kept = { voice, seconds: 12 };

/** A store, and its texts. */
function madeStore() {
  const texts = new Map<string, string>();
  const store: TextStore = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
  return { texts, store };
}

it('has no voice at first', () => {
  const keeper = new VoiceKeeper(() => madeStore().store);
  expect([keeper.kept, keeper.isUsed, keeper.used]).toEqual([undefined, false, undefined]);
});

it('uses a voice that it is given, and has it after a reload', () => {
  const { store } = madeStore();
  expect(new VoiceKeeper(() => store).keep(kept)).toBe(true);
  const keeper = new VoiceKeeper(() => store);
  expect(keeper.kept).toEqual(kept);
  expect(keeper.used).toEqual(voice);
});

it('remembers that it is not used', () => {
  const { store } = madeStore();
  const keeper = new VoiceKeeper(() => store);
  keeper.keep(kept);
  keeper.use(false);
  expect(keeper.used).toBeUndefined();
  const again = new VoiceKeeper(() => store);
  expect([again.kept, again.isUsed]).toEqual([kept, false]);
});

it('leaves nothing when it is erased', () => {
  const { store, texts } = madeStore();
  const keeper = new VoiceKeeper(() => store);
  keeper.keep(kept);
  expect(texts.size).toBe(keeper.keys.length);
  keeper.erase();
  expect([keeper.kept, keeper.isUsed, texts.size]).toEqual([undefined, false, 0]);
});

it('tells of each change', () => {
  const keeper = new VoiceKeeper(() => madeStore().store);
  let changes = 0;
  keeper.addEventListener('change', () => changes++);
  keeper.keep(kept);
  keeper.use(false);
  keeper.erase();
  expect(changes).toBe(3);
});

it('keeps a voice for this page where there is no store', () => {
  const keeper = new VoiceKeeper(() => {
    throw new Error('SecurityError');
  });
  expect(keeper.keep(kept)).toBe(false);
  expect(keeper.used).toEqual(voice);
});

it.each(['no JSON', '{}', 'null', '{"voice":1}'])('takes %s for none', (text) => {
  const { store, texts } = madeStore();
  const keeper = new VoiceKeeper(() => store);
  texts.set(keeper.keys[0], text);
  keeper.reload();
  expect(keeper.kept).toBeUndefined();
});
