import { describe, expect, it } from 'vitest';
import { hiss, inARow, silence, syllables } from '../testing/sounds.ts';
import { findSpeech } from './find-speech.ts';

/** 0.5 s of a voice after 1 s of silence, and again after 2 s. */
const TWICE = inARow(
  silence({ seconds: 1 }),
  syllables({ seconds: 0.5 }),
  silence({ seconds: 2 }),
  syllables({ seconds: 0.5 }),
  silence({ seconds: 1 }),
);
/** A frame is 40 ms long, and a voice that swells is heard a little late. */
const FRAMES = { atol: 0.08 };

describe('findSpeech', () => {
  it('gives the parts with a pad of 200 ms before and the silence of 400 ms after', () => {
    const found = findSpeech(TWICE);
    expect(found).toHaveLength(2);
    expect([found[0].start, found[0].end]).toBeAllclose([0.8, 1.9], FRAMES);
    expect([found[1].start, found[1].end]).toBeAllclose([3.3, 4.4], FRAMES);
  });

  it('finds nothing in noise', () => {
    expect(findSpeech(hiss())).toEqual([]);
  });

  it('begins before speech by the pad, and not before the recording', () => {
    const [close] = findSpeech(TWICE, { preSpeechPadMs: 0 });
    const [far] = findSpeech(TWICE, { preSpeechPadMs: 300 });
    expect(close.start - far.start).toBeAllclose(0.3, { atol: 1e-9 }); // sums of doubles
    expect(findSpeech(TWICE, { preSpeechPadMs: 5000 })[0].start).toBe(0);
  });

  it('never lets a pad reach into the part before', () => {
    const [first, second] = findSpeech(TWICE, { preSpeechPadMs: 5000 });
    expect(second.start).toBe(first.end);
  });

  it('ends so long after speech as the redemption says', () => {
    const [short] = findSpeech(TWICE, { redemptionMs: 200 });
    const [long] = findSpeech(TWICE, { redemptionMs: 600 });
    expect(long.end - short.end).toBeAllclose(0.4, { atol: 1e-9 }); // sums of doubles
  });

  it('joins what a longer redemption bridges', () => {
    expect(findSpeech(TWICE, { redemptionMs: 2200 })).toHaveLength(1);
  });

  it('leaves out what is shorter than asked for', () => {
    expect(findSpeech(TWICE, { minSpeechMs: 200 })).toHaveLength(2);
    expect(findSpeech(TWICE, { minSpeechMs: 500 })).toEqual([]);
  });

  it('ends with the recording where speech does', () => {
    const found = findSpeech(inARow(silence({ seconds: 1 }), syllables({ seconds: 0.5 })));
    expect(found.map(({ end }) => end)).toEqual([1.5]);
  });

  it('hears nothing that is less likely than the positive threshold', () => {
    expect(findSpeech(TWICE, { positiveSpeechThreshold: 0.999 })).toEqual([]);
  });

  it('takes everything for speech where the threshold is 0', () => {
    const options = { positiveSpeechThreshold: 0, preSpeechPadMs: 0 };
    expect(findSpeech(hiss(), options)).toEqual([{ start: 0, end: 2 }]);
  });
});
