import { describe, expect, it } from 'vitest';
import { madeEntry } from '../testing/made-entry.ts';
import { exportRows, toCsv, windowsCsv } from './export-rows.ts';

const entries = [
  madeEntry(1, 'a, b.wav', { label: 'sad', score: 0.75, duration: 2.5 }),
  madeEntry(2, '=cmd.wav'),
];

it('exports every score, also over time, and why a file was not read', () => {
  expect(exportRows(entries)).toEqual([
    {
      file: 'a, b.wav',
      state: 'done',
      duration: 2.5,
      label: 'sad',
      speech: true,
      familiar: true,
      scores: { sad: 0.75, disgust: 0.25 },
      error: '',
      windows: [
        { start: 0, end: 1.5, speech: true, familiar: null, scores: { sad: 0.75, disgust: 0.25 } },
        { start: 1, end: 2.5, speech: false, familiar: null, scores: {} },
      ],
    },
    {
      file: '=cmd.wav',
      state: 'failed',
      duration: null,
      label: null,
      speech: null,
      familiar: null,
      scores: {},
      error: 'it is no "WAV", but text',
      windows: [],
    },
  ]);
});

describe('CSV', () => {
  const [head, first, second] = toCsv(exportRows(entries)).split('\r\n');

  it('has a column for each label', () => {
    expect(head).toBe(
      'file,state,duration,label,speech,familiar,' +
        'neutral,calm,happy,sad,angry,fearful,disgust,surprised,error',
    );
  });

  it('quotes what needs quotes', () => {
    expect(first).toBe('"a, b.wav",done,2.5,sad,true,true,,,,0.75,,,0.25,,');
    expect(second).toMatch(/,"it is no ""WAV"", but text"$/);
  });

  it('has nothing that a spreadsheet would run', () => {
    expect(second).toMatch(/^'=cmd.wav,failed,/);
  });
});

it('writes the scores over time as a table', () => {
  expect(windowsCsv(entries[0].analysis.timeline?.windows ?? []).split('\r\n')).toEqual([
    'start,end,speech,familiar,neutral,calm,happy,sad,angry,fearful,disgust,surprised',
    '0,1.5,true,,,,,0.75,,,0.25,',
    '1,2.5,false,,,,,,,,,',
    '',
  ]);
});
