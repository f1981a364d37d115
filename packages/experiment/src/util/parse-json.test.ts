import { expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

const parse = (text: string, most: number = 1e6) => parseJson(new TextEncoder().encode(text), most);

it.each(['{"a":[1,{"b":"]}\\\\"}],"[[":"\\"["}', '"x"', '[]', '3', `["${'['.repeat(200)}"]`])(
  'reads %.20s',
  (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  },
);

it.each([
  ['[1]', 2, 'it must have at most 2 bytes, got 3'],
  ['['.repeat(101), 1e6, 'it must nest at most 100 deep'],
  ['{"a":'.repeat(101), 1e6, 'it must nest at most 100 deep'],
  [`[${'[],'.repeat(20_000)}[]]`, 1e6, 'it holds too many lists and objects for its size'],
  ['[', 1e6, 'JSON'],
])('refuses %.10s', (text, most, message) => {
  expect(() => parse(text, most)).toThrow(message);
});
