import { describe, expect, it } from 'vitest';
import { makeVoice } from '../../testing/make-voice.ts';
import type { AnchorMatch } from './match-anchors.ts';
import { isSameAtAnchors } from './same-sound.ts';

const voice = makeVoice(1, { sampleRate: 8000 });
/** The copy begins so many seconds later. */
const LAG = 0.5;
const copy = Float32Array.from([...new Float32Array(8000 * LAG), ...voice]);

/** Whether the copy is found when the anchors say these lags, the first ones first. */
function isFoundBy(...lags: number[]): boolean {
  const matches: AnchorMatch[] = lags.map((lag, i) => ({ a: 0.9, b: 0.9 + lag, distance: i }));
  return isSameAtAnchors(voice, copy, matches);
}

describe('the lags at which two sounds are compared', () => {
  it('are three at most, those of the nearest anchors', () => {
    expect(isFoundBy(LAG)).toBe(true);
    expect(isFoundBy(0.1, 0.9, LAG)).toBe(true);
    expect(isFoundBy(0.1, 0.9, 0.2, LAG)).toBe(false);
    expect(isFoundBy(0.1, 0.9, 0.2)).toBe(false);
  });

  it('are 10 ms apart', () => {
    expect(isFoundBy(0.1, 0.109, 0.091, 0.9, LAG)).toBe(true);
    expect(isFoundBy(0.1, 0.111, 0.9, LAG)).toBe(false);
    expect(isFoundBy(0.1, 0.089, 0.9, LAG)).toBe(false);
  });

  it('are known to 20 ms', () => {
    expect(isFoundBy(LAG + 0.0199)).toBe(true);
    expect(isFoundBy(LAG - 0.0199)).toBe(true);
    expect(isFoundBy(LAG + 0.022)).toBe(false);
  });

  it('are none where no anchors match', () => {
    expect(isFoundBy()).toBe(false);
  });
});
