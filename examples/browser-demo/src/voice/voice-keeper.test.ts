import type { VoiceJson } from '@ser/recognizer';
import { describe, expect, it } from 'vitest';
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
  new VoiceKeeper(() => store).keep(kept);
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
  expect(keeper.erase()).toBe(true);
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

describe.each([
  ['SecurityError', 'refused'],
  ['QuotaExceededError', 'full'],
])('where the store throws a %s', (name, keeping) => {
  function failing() {
    const made = madeStore();
    const state = { fails: true };
    const keeper = new VoiceKeeper(() => {
      if (state.fails) throw new DOMException('no', name);
      return made.store;
    });
    return { ...made, state, keeper };
  }

  it('keeps a voice for this page', () => {
    const { keeper } = failing();
    keeper.keep(kept);
    expect([keeper.used, keeper.keeping]).toEqual([voice, keeping]);
    expect(keeper.erase()).toBe(true);
    expect([keeper.kept, keeper.keeping]).toEqual([undefined, 'device']);
  });

  it('stores it with the next change, once it can', () => {
    const { keeper, store, state } = failing();
    keeper.keep(kept);
    keeper.use(false);
    expect(keeper.keeping).toBe(keeping);
    state.fails = false;
    keeper.use(true);
    expect(keeper.keeping).toBe('device');
    expect(new VoiceKeeper(() => store).used).toEqual(voice);
  });

  it('says where one that was stored could not be erased', () => {
    const { keeper, state } = failing();
    state.fails = false;
    keeper.keep(kept);
    state.fails = true;
    expect(keeper.erase()).toBe(false);
    expect(keeper.kept).toBeUndefined();
  });
});

it.each(['no JSON', '{}', 'null', '{"voice":1}'])('takes %s for none', (text) => {
  const { store, texts } = madeStore();
  const keeper = new VoiceKeeper(() => store);
  texts.set(keeper.keys[0], text);
  keeper.reload();
  expect(keeper.kept).toBeUndefined();
});
