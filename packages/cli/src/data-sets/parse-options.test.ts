import { describe, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { parseColumns } from './parse-columns.ts';
import { checkLabelMap, parseLabelMap } from './parse-label-map.ts';
import { parseLabelling } from './parse-labelling.ts';
import { readLabelling } from './read-labelling.ts';

const USAGE = expect.objectContaining({ code: 'wrong-usage', exitCode: 2 });

describe('parseColumns', () => {
  it('reads what columns are called', () => {
    expect(parseColumns('file=path, label=the mood,speaker=who,condition=room')).toEqual({
      file: 'path',
      label: 'the mood',
      speaker: 'who',
      condition: 'room',
    });
  });

  it.each([
    '',
    'file',
    'file=',
    'path=file',
    'file=a=b',
    'file=a,',
    'file=a,file=b',
    '__proto__=a',
  ])('refuses "%s"', (text) => {
    expect(() => parseColumns(text)).toThrow(USAGE);
  });
});

describe('parseLabelMap', () => {
  it('reads other names, and - for labels that are left out', () => {
    expect(parseLabelMap('anger=angry, boredom=-')).toEqual({ anger: 'angry', boredom: null });
  });

  it('takes any name for a label', () => {
    const map = parseLabelMap('__proto__=a,constructor=b');
    expect(Object.entries(map)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });

  it.each(['', 'anger', '=angry', 'anger=', 'a=b=c', 'a=b,', 'a=b,a=c'])('refuses "%s"', (text) => {
    expect(() => parseLabelMap(text)).toThrow(USAGE);
  });
});

it.each([[null], [[]], ['a'], [{ a: 1 }], [{ a: '' }]])('checkLabelMap refuses %j', (value) => {
  expect(() => checkLabelMap('m.json', value)).toThrow(USAGE);
});

describe('readLabelling', () => {
  const sandbox = sandboxPerTest();
  const path = (name: string): string => `${sandbox.folder}/${name}`;

  it('is null where nothing is said', async () => {
    expect(await readLabelling({})).toBeNull();
  });

  it.each([
    ['folders', { kind: 'folders', speaker: 'none' }],
    ['folders/speaker', { kind: 'folders', speaker: 'parent' }],
  ])('takes %s', async (labels, from) => {
    expect(await readLabelling({ labels })).toEqual({ version: 1, from, map: {} });
  });

  it('knows schemes by name, in capitals too', async () => {
    const { from } = (await readLabelling({ labels: 'EmoDB' })) ?? {};
    expect(from).toMatchObject({ kind: 'scheme', scheme: { name: 'emodb' } });
  });

  it('keeps where a table lies, and its sum', async () => {
    sandbox.put('a.csv', 'file,label\n');
    expect(await readLabelling({ labels: path('a.csv'), columns: 'label=mood' })).toEqual({
      version: 1,
      from: {
        kind: 'csv',
        file: path('a.csv'),
        sha256: '72ad25e4ca438bc801bf06be551c37100fbeaa9a7f16ecfb7d86361a912a6f80',
        columns: { label: 'mood' },
      },
      map: {},
    });
  });

  it('reads a map alone, from a JSON file too', async () => {
    sandbox.put('m.json', '{"a": "b", "c": null}');
    const map = { a: 'b', c: null };
    expect(await readLabelling({ labelMap: 'a=b,c=-' })).toEqual({ version: 1, from: null, map });
    expect((await readLabelling({ labelMap: path('m.json') }))?.map).toEqual(map);
  });

  it.each([
    [{ labels: 'emodbb' }, 'did you mean emodb?'],
    [{ labels: 'folders', columns: 'file=a' }, '--columns is for the columns of a table'],
    [{ columns: 'file=a' }, 'add --labels FILE.csv'],
    [{ labels: 'bad.json' }, 'must be JSON'],
    [{ labels: 'odd.json' }, '--labels '],
    [{ labelMap: 'bad.json' }, 'must be JSON'],
  ])('refuses %j', async (options, message) => {
    sandbox.put('bad.json', '{');
    sandbox.put('odd.json', '{}');
    const own = Object.fromEntries(
      Object.entries(options).map(([key, text]) => [
        key,
        text.endsWith('.json') ? path(text) : text,
      ]),
    );
    await expect(readLabelling(own)).rejects.toThrow(
      expect.objectContaining({
        code: 'wrong-usage',
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each([{ labels: 'gone.csv' }, { labels: 'gone.json' }, { labelMap: 'gone.json' }])(
    'names a file that is not there: %j',
    async (options) => {
      await expect(readLabelling(options)).rejects.toMatchObject({ code: 'no-such-path' });
    },
  );

  it.each(['emodb', 'folders', 'a.csv'])('comes back from a plan: %s', async (labels) => {
    sandbox.put('a.csv', 'file,label\n');
    const own = { labels: labels === 'a.csv' ? path(labels) : labels, labelMap: 'a=b,c=-' };
    const labelling = await readLabelling(own);
    expect(parseLabelling('plan.json', JSON.parse(JSON.stringify(labelling)))).toEqual(labelling);
  });
});

it('has no labelling in plans of before', () => {
  expect(parseLabelling('plan.json', null)).toBeNull();
});

it.each([
  [7],
  [[]],
  [{}],
  [{ version: 2, from: null, map: {} }],
  [{ version: 1, from: 'emodb', map: {} }],
  [{ version: 1, from: { kind: 'magic' }, map: {} }],
  [{ version: 1, from: { kind: 'folders', speaker: 'child' }, map: {} }],
  [{ version: 1, from: { kind: 'scheme', scheme: { version: 1 } }, map: {} }],
  [{ version: 1, from: { kind: 'csv', file: 'a', sha256: 'b', columns: { x: 'y' } }, map: {} }],
  [{ version: 1, from: { kind: 'csv', file: 'a', sha256: 'b', columns: { file: 1 } }, map: {} }],
  [{ version: 1, from: null, map: { a: 1 } }],
])('refuses a labelling of another kind: %j', (value) => {
  expect(() => parseLabelling('plan.json', value)).toThrow(
    expect.objectContaining({
      code: 'unreadable-file',
      message: expect.stringContaining('plan.json: `labelling` must be as this version writes it'),
    }),
  );
});
