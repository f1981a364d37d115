import { expect, it } from 'vitest';
import { describeStart } from './describe-start.ts';

it.each([
  ['', 'empty'],
  ['PAR1', 'cut short'],
  ['PAREencrypted', 'encrypted'],
  ['ARROW1\0\0', 'an Arrow file'],
  ['PK\x03\x04', 'a zip'],
  ['\x93NUMPY\x01', 'an array of numpy'],
  ['<!doctype html>', 'HTML'],
  ['{"a": 1}', 'JSON'],
  ['RIFF\x24\0\0\0WAVE', 'a WAV'],
  ['clip,label,rms\nä,calm,1\n'.replace('ä', 'a'), "pandas.read_csv('…').to_parquet('…')"],
  ['\x7fELF', 'something else'],
])('%j is %s', (text, what) => {
  expect(describeStart(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toContain(what);
});
