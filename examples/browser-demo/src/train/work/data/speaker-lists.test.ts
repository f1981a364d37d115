import { SPEAKERS } from '@ser/ravdess';
import { describe, expect, it } from 'vitest';
import { defaultProtocol, listSpeakers } from './speaker-lists.ts';

describe('listSpeakers', () => {
  it('has RAVDESS’ own lists for what can be RAVDESS', () => {
    expect(listSpeakers([{ label: 'sad', speaker: '07' }])).toBe(SPEAKERS);
  });

  it.each([
    { label: 'sad', speaker: '25' },
    { label: 'bored', speaker: '07' },
  ])('deals where there is %o', (row) => {
    expect(listSpeakers([{ label: 'sad', speaker: '07' }, row])).not.toBe(SPEAKERS);
  });
});

describe('defaultProtocol', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ speaker: `${i}` }));
  const lists = { folds: [['0']], holdout: ['0'] };

  it.each([
    [7, 'holdout'],
    [6, 'clip'],
  ])('of %i speakers, one of them held out, is %s', (count, protocol) => {
    expect(defaultProtocol(lists, rows(count))).toBe(protocol);
  });

  it('is clip where nobody is to be held out', () => {
    expect(defaultProtocol(null, rows(9))).toBe('clip');
    expect(defaultProtocol({ ...lists, holdout: ['x'] }, rows(9))).toBe('clip');
  });
});
