import { describe, expect, it } from 'vitest';
import { dealSpeakers } from './deal-speakers.ts';

describe('dealSpeakers', () => {
  it('deals the sorted speakers into five folds, the first of which is the hold-out', () => {
    const speakers = ['g', 'a', 'b', 'c', 'd', 'e', 'f', 'a', ''];
    expect(dealSpeakers(speakers)).toEqual({
      folds: [['a', 'f'], ['b', 'g'], ['c'], ['d'], ['e']],
      holdout: ['a', 'f'],
      dealt: true,
    });
  });

  it('has a fold for each of few speakers', () => {
    expect(dealSpeakers(new Set(['b', 'a']))).toEqual({
      folds: [['a'], ['b']],
      holdout: ['a'],
      dealt: true,
    });
  });

  it.each([[[]], [['a']], [['', '']]])('has none for %j', (speakers) => {
    expect(dealSpeakers(speakers)).toBeNull();
  });

  it.each<[unknown, string]>([
    ['ann', 'one string'],
    [7, 'no list'],
    [[7], 'a number among them'],
  ])('refuses %j', (speakers, got) => {
    expect(() => dealSpeakers(speakers as string[])).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: `dealSpeakers: \`speakers\` must be the names of speakers, got ${got}`,
      }),
    );
  });
});
