import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkFinite, checkPositive } from '../util/checks.ts';
import { roundHalfToEven } from '../util/round-half-to-even.ts';

/** The pitch of A4 in Hz, and its number. */
const A4_HZ = 440;
const A4_MIDI = 69;

const SEMITONES = 12;

/** Semitones above C. */
const PITCHES: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

const ACCIDENTALS: Readonly<Record<string, number>> = {
  '#': 1,
  '♯': 1,
  b: -1,
  '!': -1,
  '♭': -1,
  '𝄪': 2,
  '𝄫': -2,
  '♮': 0,
};

/** A letter, accidentals, an octave and a deviation in cents. */
const NOTE = /^([A-Ga-g])([#♯𝄪b!♭𝄫♮]*)([+-]?\d{1,3})?([+-]\d{1,4})?$/u;

/** The options of {@link noteToMidi} and {@link noteToHz}. */
export interface NoteOptions {
  /** Whether cents are rounded to whole semitones. Default true. */
  roundMidi?: boolean;
}

/** The names of the options. */
const OPTIONS: OptionNames<NoteOptions> = { roundMidi: true };

/**
 * The MIDI number of a pitch in Hz, with fractions; librosa's `hz_to_midi`.
 *
 * @throws {FeatureError} for what is no frequency above 0.
 */
export function hzToMidi(hz: number): number {
  checkPositive('hzToMidi', 'hz', hz);
  return SEMITONES * (Math.log2(hz) - Math.log2(A4_HZ)) + A4_MIDI;
}

/**
 * The pitch in Hz of a MIDI number, 440 of 69; librosa's `midi_to_hz`.
 *
 * @throws {FeatureError} for what is no number.
 */
export function midiToHz(midi: number): number {
  checkFinite('midiToHz', 'midi', midi);
  return A4_HZ * 2 ** ((midi - A4_MIDI) / SEMITONES);
}

/**
 * The MIDI number of a note such as `'C2'`, `'F#4'`, `'B♭-1'` or `'A4+25'`, whose octave is 0 where
 * it is left out; librosa's `note_to_midi`.
 *
 * @throws {FeatureError} for what is no note.
 */
export function noteToMidi(note: string, options: NoteOptions = {}): number {
  checkOptions('noteToMidi', options, OPTIONS);
  const { roundMidi = true } = options;
  return midiOf('noteToMidi', note, roundMidi);
}

/**
 * The pitch in Hz of a note, as in {@link noteToMidi}; librosa's `note_to_hz`.
 *
 * @throws {FeatureError} for what is no note.
 */
export function noteToHz(note: string, options: NoteOptions = {}): number {
  checkOptions('noteToHz', options, OPTIONS);
  const { roundMidi = true } = options;
  return midiToHz(midiOf('noteToHz', note, roundMidi));
}

function midiOf(caller: string, note: string, roundMidi: boolean): number {
  if (typeof roundMidi !== 'boolean') {
    throw badArgument(caller, 'roundMidi', 'true or false', roundMidi);
  }
  const match = typeof note === 'string' ? NOTE.exec(note) : null;
  if (!match) throw badArgument(caller, 'note', "a note such as 'C2', 'F#4' or 'Bb3'", note);
  const [, letter, accidentals, octave = '0', cents = '0'] = match;
  const offset = Array.from(accidentals, (each) => ACCIDENTALS[each]).reduce((a, b) => a + b, 0);
  const semitones = PITCHES[letter.toUpperCase()] + offset + Number(cents) / 100;
  const midi = SEMITONES * (Number(octave) + 1) + semitones;
  return roundMidi ? roundHalfToEven(midi) : midi;
}
