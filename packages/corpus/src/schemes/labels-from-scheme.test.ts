import { expect, it } from 'vitest';
import { CorpusError } from '../corpus-error.ts';
import { labelsFromScheme } from './labels-from-scheme.ts';
import type { NamingScheme } from './naming-scheme.ts';

const scheme: NamingScheme = {
  version: 1,
  name: 'calls',
  description: 'My calls.',
  pattern: String.raw`^(?<condition>[a-z]+)/(?<id>(?<speaker>\w+)-(?<label>\w*))\.wav$`,
  example: 'in/ann-happy.wav',
};
const read = (path: string, more: Partial<NamingScheme> = {}) =>
  labelsFromScheme({ ...scheme, ...more })(path);

it('reads label, speaker, condition and id', () => {
  expect(read('in/ann-happy.wav')).toEqual({
    id: 'ann-happy',
    label: 'happy',
    speaker: 'ann',
    condition: 'in',
  });
});

it('needs no groups but the label, and leaves out what is not there', () => {
  expect(read('7-sad.wav', { pattern: '-(?<label>happy|sad)' })).toEqual({
    label: 'sad',
    speaker: '',
  });
  const pattern = '(?<speaker>x)?(?<condition>y)?(?<id>z)?-(?<label>[a-z]+)';
  expect(read('7-sad.wav', { pattern })).toEqual({ label: 'sad', speaker: '' });
});

it('gives labels the names that the scheme has for them', () => {
  const labels = { happy: 'joy', A: 'anger' };
  expect(read('in/ann-A.wav', { labels }).label).toBe('anger');
  expect(read('in/ann-happy.wav', { labels }).label).toBe('joy');
});

it('gives speakers and conditions the names that there are, and leaves others', () => {
  const more = { speakers: { ann: 'Ann' }, conditions: { in: 'indoors' } };
  expect(read('in/ann-a.wav', more)).toMatchObject({ speaker: 'Ann', condition: 'indoors' });
  expect(read('out/ben-a.wav', more)).toMatchObject({ speaker: 'ben', condition: 'out' });
});

it('heeds capitals, unless it is told not to', () => {
  const labels = { HAPPY: 'joy' };
  const speakers = { ANN: 'Ann' };
  const more = { labels, speakers, example: 'in/ann-HAPPY.wav' };
  expect(() => read('in/ann-happy.wav', more)).toThrow('got the label "happy"');
  expect(() => read('IN/ann-HAPPY.wav', more)).toThrow('got IN/ann-HAPPY.wav');
  expect(read('IN/ann-happy.wav', { ...more, ignoreCase: true })).toMatchObject({
    label: 'joy',
    speaker: 'Ann',
    condition: 'IN',
  });
});

it.each(['constructor', '__proto__', 'toString'])('takes %s for a text like any other', (text) => {
  expect(read(`in/${text}-${text}.wav`, { speakers: { ann: 'Ann' } })).toMatchObject({
    label: text,
    speaker: text,
  });
  expect(() => read(`in/ann-${text}.wav`, { labels: { happy: 'joy' } })).toThrow('got the label');
});

it('finds its pattern in the middle of a path, unless it is anchored', () => {
  expect(read('a/b-x-c.wav', { pattern: '-(?<label>x)-', example: '-x-' }).label).toBe('x');
});

it('shows pattern and example, and how to describe names of one’s own, where a path fits not', () => {
  let error: unknown;
  try {
    read('x/7.wav');
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(CorpusError);
  expect(error).toMatchObject({ code: 'no-label', file: 'x/7.wav' });
  const { message } = error as CorpusError;
  expect(message).toMatch(
    `labelsFromScheme: a path of calls must fit ${scheme.pattern}, such as in/ann-happy.wav, got x/7.wav (`,
  );
  expect(message).toMatch(
    'or list the files in a CSV file with the columns file, label and speaker',
  );
  // The description that it shows is one.
  const [json] = /\{.*\}/.exec(message) ?? [''];
  expect(labelsFromScheme(JSON.parse(json))('12_happy.wav')).toEqual({
    label: 'happy',
    speaker: '12',
  });
});

it('shows the labels that there are for one that is not', () => {
  expect(() => read('in/ann-x.wav', { labels: { happy: 'joy', sad: 'sad' } })).toThrow(
    'labelsFromScheme: a path of calls must have one of the labels happy, sad, got the label "x" in in/ann-x.wav (',
  );
  expect(() => read('in/ann-.wav')).toThrow('got the label ""');
});

it('refuses a scheme that is none', () => {
  expect(() => labelsFromScheme('emodb' as never)).toThrow(
    'labelsFromScheme: `scheme` must be an object with version, name, pattern and example, ' +
      'got "emodb" (parse it, or take `NAMING_SCHEMES.get(\'emodb\')`)',
  );
  expect(() => labelsFromScheme(undefined as never)).toThrow('got undefined');
});

it('composes paths, which file systems write in two ways', () => {
  const pattern = '^(?<label>Col\u00e8re)/';
  const read = labelsFromScheme({ ...scheme, pattern, example: 'Col\u00e8re/1.wav' });
  expect(read('Cole\u0300re/1.wav').label).toBe('Col\u00e8re');
});
