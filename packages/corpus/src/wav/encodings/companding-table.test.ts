import { expect, it } from 'vitest';
import wavefile from 'wavefile';
import { compandingTable } from './companding-table.ts';

it.each([
  ['alaw', '8a', 'fromALaw'],
  ['mulaw', '8m', 'fromMuLaw'],
] as const)('expands every code of %s as wavefile does', (law, depth, decode) => {
  const wav = new wavefile.WaveFile();
  wav.fromScratch(1, 8000, depth, Uint8Array.from(Array(256).keys()));
  wav[decode]();
  const expected = Array.from(wav.getSamples(false, Int16Array) as unknown as Int16Array);
  expect(Array.from(compandingTable(law), (value) => value * 32768)).toEqual(expected);
});
