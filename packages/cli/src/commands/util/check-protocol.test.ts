import { expect, it } from 'vitest';
import { ravdess } from '../../data-sets/ravdess.ts';
import { checkChannels } from './check-channels.ts';
import { checkProtocol } from './check-protocol.ts';

const dealt = { speakers: { folds: [['a'], ['b']], holdout: ['a'], dealt: true } };

it.each(['clip', 'reference'] as const)('%s asks nobody who speaks', (protocol) => {
  expect(() => checkProtocol({ speakers: null }, protocol)).not.toThrow();
});

it.each(['speaker', 'loso', 'speaker-adapted', 'holdout', 'selection'] as const)(
  '%s needs speakers',
  (protocol) => {
    expect(() => checkProtocol({ speakers: null }, protocol)).toThrow(
      expect.objectContaining({ code: 'other-data', hint: expect.stringContaining('Say who') }),
    );
    expect(() => checkProtocol(ravdess, protocol)).not.toThrow();
  },
);

it('selection needs lists of its own', () => {
  expect(() => checkProtocol(dealt, 'speaker')).not.toThrow();
  expect(() => checkProtocol(dealt, 'selection')).toThrow(
    expect.objectContaining({ code: 'wrong-usage' }),
  );
});

it('takes the conditions of the data, and all of them', () => {
  expect(() => checkChannels(ravdess, 'song')).not.toThrow();
  expect(() => checkChannels({ conditions: [] }, 'all')).not.toThrow();
  expect(() => checkChannels(ravdess, 'hum')).toThrow('must be one of speech, song, all; got hum');
});
