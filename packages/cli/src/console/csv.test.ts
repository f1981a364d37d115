import { expect, it } from 'vitest';
import { csvLine, csvPath } from './csv.ts';

it.each<[Parameters<typeof csvLine>[0], string]>([
  [['a', 1.5, true, false], 'a,1.5,true,false\n'],
  [['', null, 0], ',,0\n'],
  [['a,b', 'say "x"', ' c '], '"a,b","say ""x""", c \n'],
  [['a\nb', '\x1b[2J'], 'a\\nb,\\x1b[2J\n'],
])('%j is a line', (fields, line) => {
  expect(csvLine(fields)).toBe(line);
});

it.each([
  ['=1.wav', './=1.wav'],
  ['+1.wav', './+1.wav'],
  ['-1.wav', './-1.wav'],
  ['@x.wav', './@x.wav'],
  ['-', '-'],
  ['a=1.wav', 'a=1.wav'],
  ['/=1.wav', '/=1.wav'],
])('the path %s stands in a table as %s', (path, field) => {
  expect(csvPath(path)).toBe(field);
});
