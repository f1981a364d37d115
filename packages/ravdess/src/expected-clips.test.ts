import { describe, expect, it } from 'vitest';
import { expectedClips } from './expected-clips.ts';

/** How many ids have each code at a place of the name, in the order of the codes. */
function countsAt(ids: readonly string[], place: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of ids) {
    const code = id.split('-')[place];
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort());
}

// The counts of Livingstone & Russo 2018.
describe.each([
  {
    channel: 'speech' as const,
    total: 1440,
    perActor: 60,
    perEmotion: [96, 192, 192, 192, 192, 192, 192, 192],
    strong: 672,
    first: '03-01-01-01-01-01-01',
    last: '03-01-08-02-02-02-24',
  },
  {
    channel: 'song' as const,
    total: 1012,
    perActor: 44,
    perEmotion: [92, 184, 184, 184, 184, 184],
    strong: 460,
    first: '03-02-01-01-01-01-01',
    last: '03-02-06-02-02-02-24',
  },
])('the clips of $channel', ({ channel, total, perActor, perEmotion, strong, first, last }) => {
  const ids = expectedClips(channel);

  it('are all different, and as many as the paper says', () => {
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  });

  it('are audio alone, in this channel', () => {
    expect(countsAt(ids, 0)).toEqual({ '03': total });
    expect(countsAt(ids, 1)).toEqual({ [channel === 'speech' ? '01' : '02']: total });
  });

  it('have each emotion as often as the paper says', () => {
    expect(Object.entries(countsAt(ids, 2))).toEqual(
      perEmotion.map((count, i) => [`0${i + 1}`, count]),
    );
  });

  it('are strong in every emotion but neutral', () => {
    expect(countsAt(ids, 3)).toEqual({ '01': total - strong, '02': strong });
    expect(ids.filter((id) => /^..-..-01-02/.test(id))).toEqual([]);
  });

  it('have both statements and both repetitions equally often', () => {
    for (const place of [4, 5]) {
      expect(countsAt(ids, place)).toEqual({ '01': total / 2, '02': total / 2 });
    }
  });

  it('are as many of each actor; nobody but 18 has no song', () => {
    const actors = Array.from({ length: 24 }, (_, i) => String(i + 1).padStart(2, '0'));
    const present = actors.filter((actor) => channel === 'speech' || actor !== '18');
    expect(Object.entries(countsAt(ids, 6)).sort()).toEqual(
      present.map((actor) => [actor, perActor]),
    );
  });

  it('come actor by actor, each in the order of the names', () => {
    expect([ids[0], ids.at(-1)]).toEqual([first, last]);
    const key = (id: string): string => `${id.slice(-2)} ${id}`;
    expect(ids).toEqual(ids.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)));
  });
});

it('refuses another channel', () => {
  expect(() => expectedClips('singing' as never)).toThrow(
    expect.objectContaining({
      code: 'bad-argument',
      message: 'expectedClips: `channel` must be speech or song, got "singing"',
    }),
  );
});
