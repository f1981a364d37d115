import { expect, it } from 'vitest';
import { speakerIntervals } from './speaker-intervals.ts';

const of = (speaker: string, truth: string, predicted: string) => ({ speaker, truth, predicted });
const RIGHT = [of('ann', 'happy', 'happy'), of('ann', 'sad', 'sad')];
const wrong = (speaker: string) => [of(speaker, 'happy', 'sad'), of(speaker, 'sad', 'happy')];

it('draws whole speakers: of one who is understood and one who is not', () => {
  expect(speakerIntervals([...RIGHT, ...wrong('bob')])).toEqual({
    speakers: 2,
    intervals: {
      accuracy: { low: 0, high: 1 },
      uar: { low: 0, high: 1 },
      macroF1: { low: 0, high: 1 },
    },
  });
});

it('has none of one speaker', () => {
  expect(speakerIntervals(RIGHT)).toEqual({ speakers: 1 });
});

it('has none where somebody is not named: they may be one voice or many', () => {
  expect(speakerIntervals([...RIGHT, ...wrong('bob'), ...wrong('')])).toEqual({ speakers: 2 });
  expect(speakerIntervals(wrong(''))).toEqual({ speakers: 0 });
});
