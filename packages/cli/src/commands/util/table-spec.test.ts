import { extractorOf, RECIPES } from '@ser/experiment';
import { presets, REFERENCE_VARIANTS } from '@ser/features';
import { describe, expect, it } from 'vitest';
import { tableSpec } from './table-spec.ts';

const preset = 'summary162';
const frames = RECIPES.get('frames');

describe('a preset', () => {
  it('gives its features alone', () => {
    expect(tableSpec({ preset })).toEqual({ extractor: presets.summary162, variants: [] });
  });

  it('gives the variants of the reference where they are asked for', () => {
    expect(tableSpec({ preset, variants: true }).variants).toEqual(REFERENCE_VARIANTS);
  });

  it('of sequences of any length is refused, and the way on is named', () => {
    expect(() => tableSpec({ preset: 'logMel' })).toThrow(
      expect.objectContaining({
        code: 'wrong-usage',
        message: expect.stringContaining('such as --recipe frames'),
      }),
    );
  });
});

describe('a recipe', () => {
  it('gives its features', () => {
    expect(tableSpec({ preset, recipe: 'frames' }).extractor).toEqual(
      frames && extractorOf(frames),
    );
  });

  it('gives its variants', () => {
    expect(tableSpec({ preset, recipe: 'baseline' }).variants).toEqual(REFERENCE_VARIANTS);
  });

  it('gives no variants where they are not asked for', () => {
    expect(tableSpec({ preset, recipe: 'baseline', variants: false }).variants).toEqual([]);
  });

  it('keeps those in which it scores tested clips', () => {
    const { variants } = tableSpec({ preset, recipe: 'functionals-lda', variants: false });
    expect(variants.map(({ name }) => name)).toEqual(['speed-15/16', 'speed-16/15']);
  });
});
