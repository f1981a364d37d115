import { describe, expect, it } from 'vitest';
import { withoutClick } from './without-click.ts';

const LENGTH = 2000;
/** A constant hiss in which one sample stands, and which has so much of the energy. */
function withClick(share: number, at = 1000): Float32Array {
  const hiss = 0.01;
  // The 31 neighbours within 4 ms count with the peak.
  const rest = LENGTH - 32;
  const energy = (share * rest * hiss ** 2) / (1 - share);
  const peak = Math.sqrt(energy - 31 * hiss ** 2);
  return Float32Array.from({ length: LENGTH }, (_, i) => (i === at ? -peak : hiss));
}

describe('withoutClick', () => {
  it.each([
    [0.79, false],
    [0.81, true],
  ])('of a sound with %d of its energy within 4 ms finds a click: %s', (share, has) => {
    expect(withoutClick(withClick(share)) !== undefined).toBe(has);
  });

  it('counts the energy of 16 samples before the peak and of 15 behind it', () => {
    const sound = new Float32Array(LENGTH);
    // Within 4 ms is two thirds, and with the others it is all.
    sound.set([1, 0.9, 0.9], 1000);
    sound[1000 - 16] = 0.5;
    sound[1000 + 15] = 0.5;
    expect(withoutClick(sound)).toBeDefined();
    sound[1000 - 17] = 0.9;
    expect(withoutClick(sound)).toBeUndefined();
    sound[1000 - 17] = 0;
    sound[1000 + 16] = 0.9;
    expect(withoutClick(sound)).toBeUndefined();
  });

  it('takes out 32 ms around the peak, and changes nothing else', () => {
    const sound = withClick(0.95);
    const rest = withoutClick(sound) ?? new Float32Array();
    expect(rest).toEqual(sound.map((x, i) => (i >= 872 && i < 1128 ? 0 : x)));
    expect(sound[1000]).toBeLessThan(-0.1);
  });

  it.each([0, 1, 1999])('takes a click at sample %d for one', (at) => {
    const rest = withoutClick(withClick(0.95, at)) ?? new Float32Array();
    expect(rest).toHaveLength(LENGTH);
    expect(rest[at]).toBe(0);
  });
});
