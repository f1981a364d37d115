import { expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

const parse = (text: string, most: number = 1e6) => parseJson(new TextEncoder().encode(text), most);

it.each(['{"a":[1,{"b":"]}\\\\"}],"[[":"\\"["}', '"x"', '[]', '3', `["${'['.repeat(200)}"]`])(
  'reads %.20s',
  (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  },
);

it('reads what is as long, as deep and as many as may be', () => {
  expect(parse('[1]', 3)).toEqual([1]);
  expect(parse(`${'['.repeat(100)}${']'.repeat(100)}`)).toBeInstanceOf(Array);
  // 10,000 lists, and one for each 16 of these 36,919 bytes.
  const lists = (count: number) => `[${'[],'.repeat(count - 2)}[]]`;
  const most = 12_307;
  expect(parse(lists(most))).toHaveLength(most - 1);
  expect(() => parse(lists(most + 1))).toThrow('too many lists and objects');
});

it.each([
  ['[1]', 2, 'it must have at most 2 bytes, got 3'],
  ['['.repeat(101), 1e6, 'it must nest at most 100 deep'],
  ['{"a":'.repeat(101), 1e6, 'it must nest at most 100 deep'],
  [`[${'[],'.repeat(20_000)}[]]`, 1e6, 'it holds too many lists and objects for its size'],
  ['[', 1e6, 'JSON'],
])('refuses %.10s', (text, most, message) => {
  expect(() => parse(text, most)).toThrow(message);
});
