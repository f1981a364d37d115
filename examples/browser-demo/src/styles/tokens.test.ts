import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
/** The colours of a scheme by their names: of `light-dark(A, B)` the first or the second. */
const coloursOf = (which: 1 | 2): Record<string, string> =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((found) => [
      found[1],
      found[1 + which],
    ]),
  );

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

/** WCAG 2.2, level AA. */
const [OF_TEXT, OF_SHAPES] = [4.5, 3];

describe.each([
  ['light', 1],
  ['dark', 2],
] as const)('the %s colours', (_, which) => {
  const colours = coloursOf(which);

  it.each(['surface', 'raised'])('can be read on %s', (ground) => {
    const texts = ['text', 'muted', 'accent', 'warning'];
    const faint = texts.filter((name) => contrast(colours[name], colours[ground]) < OF_TEXT);
    expect(faint).toEqual([]);
  });

  it('can be read on a button', () => {
    expect(contrast(colours['on-accent'], colours.accent)).toBeGreaterThanOrEqual(OF_TEXT);
  });

  it('show lines and bars on the surface', () => {
    const shapes = ['line', 'neutral', 'calm', 'happy', 'sad', 'angry', 'fearful', 'disgust'];
    const faint = [...shapes, 'surprised'].filter(
      (name) => contrast(colours[name], colours.surface) < OF_SHAPES,
    );
    expect(faint).toEqual([]);
  });
});
