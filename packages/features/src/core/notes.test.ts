import { describe, expect, test } from 'vitest';
import { scalarsOf } from '../testing/pyin-case.ts';
import { hzToMidi, midiToHz, noteToHz, noteToMidi } from './notes.ts';

/** Each function of the goldens, by librosa's name. */
const FUNCTIONS: Readonly<Record<string, (value: never, options: never) => number>> = {
  hz_to_midi: hzToMidi,
  midi_to_hz: midiToHz,
  note_to_midi: noteToMidi,
  note_to_hz: noteToHz,
};

describe.each(Object.entries(FUNCTIONS))('librosa: %s', (name, call) => {
  const cases = scalarsOf(name);

  test.each(cases)('of $value with $options is $expected', ({ value, options, expected }) => {
    // The last bits of a power or a logarithm.
    const tolerance = { rtol: 1e-13, atol: 1e-13 };
    expect(call(value as never, options as never)).toBeAllclose(expected, tolerance);
  });

  test('all of its cases are there', () => expect(cases.length).toBeGreaterThan(4));
});

test('cents are rounded by default', () => {
  expect(noteToMidi('A4+60')).toBe(70);
  expect(noteToHz('A4+60')).toBe(noteToHz('A#4'));
});

test.each(['', 'H2', 'C2.5', '2C', 'C--1', 'Cis', 'C1234', 7, null])('%o is no note', (note) => {
  expect(() => noteToMidi(note as never)).toThrow("noteToMidi: `note` must be a note such as 'C2'");
  expect(() => noteToHz(note as never)).toThrow("noteToHz: `note` must be a note such as 'C2'");
});

test.each<[string, () => unknown]>([
  ['hzToMidi: `hz` must be > 0', () => hzToMidi(0)],
  ['midiToHz: `midi` must be finite', () => midiToHz(Number.NaN)],
  ['`roundMidi` must be true or false', () => noteToMidi('C2', { roundMidi: 1 as never })],
])('%s', (text, call) => expect(call).toThrow(text));
