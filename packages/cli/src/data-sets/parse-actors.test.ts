import { describe, expect, it } from 'vitest';
import { parseActors } from './parse-actors.ts';

describe('parseActors', () => {
  it.each([
    ['21-24', ['21', '22', '23', '24']],
    ['7', ['07']],
    ['3, 1,2-3', ['01', '02', '03']],
  ])('reads %s', (text, actors) => {
    expect(parseActors(text)).toEqual(actors);
  });

  it.each(['', '0', '25', '24-21', '1,,2', '1-', 'all', '1.5'])('refuses "%s"', (text) => {
    expect(() => parseActors(text)).toThrow('It must list actors from 1 to 24');
  });
});
