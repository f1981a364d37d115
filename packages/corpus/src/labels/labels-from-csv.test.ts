import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsFromCsv } from './labels-from-csv.ts';
import type { LabelsFromCsvOptions } from './labels-from-csv-options.ts';

/** The labels of `a/1.wav` in a table. */
const labelsOf = (text: string, options?: LabelsFromCsvOptions) =>
  labelsFromCsv(text, options)('a/1.wav');

const HAPPY = { label: 'happy', speaker: '' };

describe('labelsFromCsv', () => {
  it('reads every column by its name', () => {
    expect(labelsOf('condition,speaker,label,file\nspeech,07,happy,a/1.wav')).toEqual({
      label: 'happy',
      speaker: '07',
      condition: 'speech',
    });
  });

  it('needs no columns but the file and the label', () => {
    expect(labelsOf('file,label\na/1.wav,happy')).toEqual(HAPPY);
  });

  it.each(['a/1.wav,happy,ann', './a/1,happy,ann'])(
    'takes a row that is there twice: %s',
    (row) => {
      const text = `file,label,speaker\na/1.wav,happy,ann\n${row}\n`;
      expect(labelsFromCsv(text)('a/1.wav')).toEqual({ label: 'happy', speaker: 'ann' });
      expect(() => labelsFromCsv(`${text}a/1.wav,happy,bob\n`)).toThrow('line 4');
    },
  );

  it('names the rows that no path met, in their order', () => {
    const describe = labelsFromCsv('file,label\nb/2.wav,sad\n\na/1,happy\nc/3.wav,sad\n');
    expect(describe.unmatched().map(({ line }) => line)).toEqual([2, 4, 5]);
    describe('x/a/1.wav');
    expect(() => describe('d/4.wav')).toThrow('must have one row');
    expect(describe.unmatched()).toEqual([
      { line: 2, file: 'b/2.wav' },
      { line: 5, file: 'c/3.wav' },
    ]);
  });

  it('leaves out an empty condition', () => {
    expect(labelsOf('file,label,condition\na/1.wav,happy,')).toEqual(HAPPY);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'takes %s for a name like any other',
    (name) => {
      const table = `${name},file,label,speaker\n${name},a/1.wav,${name},${name}\nx,${name},b,c`;
      expect(labelsOf(table)).toEqual({ label: name, speaker: name });
      expect(labelsFromCsv(table)(`${name}.wav`)).toEqual({ label: 'b', speaker: 'c' });
      expect(labelsOf(table, { label: name })).toEqual({ label: name, speaker: name });
      expect(() => labelsFromCsv('file,label\n')(name)).toThrow('must have one row');
      expect(() => labelsFromCsv('file,label\n', { label: name })).toThrow(
        `must name a column "${name}"`,
      );
    },
  );

  it('ignores further columns', () => {
    expect(labelsOf('id,file,label,age\n1,a/1.wav,happy,30')).toEqual(HAPPY);
  });

  it('takes other names for the columns', () => {
    const options = { file: 'path', label: 'emotion', speaker: 'who', condition: 'room' };
    expect(labelsOf('path,emotion,who,room\na/1.wav,happy,ann,lab', options)).toEqual({
      label: 'happy',
      speaker: 'ann',
      condition: 'lab',
    });
  });

  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('finds out that fields are separated by %s', (_, delimiter) => {
    const rows = [
      ['file', 'label', 'note,;'],
      ['a/1.wav', 'happy', 'x'],
    ];
    const quoted = rows.map((row) => row.map((field) => `"${field}"`).join(delimiter));
    expect(labelsOf(quoted.join('\n'))).toEqual(HAPPY);
  });

  it('prefers the delimiter that names the columns of the options to one that gives more', () => {
    const table = 'path;emotion,a,b,c,d\na/1.wav;happy,1,2,3,4';
    expect(labelsOf(table, { file: 'path', label: 'emotion,a,b,c,d' }).label).toBe('happy,1,2,3,4');
    expect(() => labelsOf('file,label;x;y;z\na/1.wav,happy;1;2;3')).toThrow(
      'must name a column "label", got "file", "label;x;y;z"',
    );
  });

  it('takes, where no delimiter names a column, the one that gives most', () => {
    expect(() => labelsOf('a,b;c;d\te')).toThrow('got "a,b", "c", "d\\te"');
    expect(() => labelsOf('a,b\tc\td')).toThrow('got "a,b", "c", "d"');
    expect(() => labelsOf('a,b;c')).toThrow('got "a", "b;c"');
  });

  it('takes a given delimiter', () => {
    expect(labelsOf('file|label\na/1.wav|happy', { delimiter: '|' })).toEqual(HAPPY);
  });

  it.each([
    ['a byte order mark', '\uFEFFfile,label\na/1.wav,happy'],
    ['CRLF', 'file,label\r\na/1.wav,happy\r\n'],
    ['CR', 'file,label\ra/1.wav,happy\r'],
    ['quotes', '"file","label"\n"a/1.wav","happy"'],
    ['spaces around fields', 'file , label\n a/1.wav , happy '],
    ['empty lines', '\nfile,label\n\n,\na/1.wav,happy\n\n'],
  ])('reads a table with %s', (_, text) => {
    expect(labelsOf(text)).toEqual(HAPPY);
  });

  it('reads delimiters, quotes and line breaks within quotes', () => {
    expect(labelsOf('file,label\na/1.wav,"a, ""b""\r\nc"').label).toBe('a, "b"\nc');
  });

  it.each([
    ['the whole path', 'a/1.wav', 'a/1.wav'],
    ['the end of the path', '1.wav', 'x/a/1.wav'],
    ['a path that begins further up', 'data/x/a/1.wav', 'a/1.wav'],
    ['no extension', 'a/1', 'a/1.wav'],
    ['an extension in capitals', 'a/1.wav', 'a/1.WAV'],
    ['backslashes', 'a\\1.wav', 'a/1.wav'],
    ['a dot before it', './a/1.wav', 'a/1.wav'],
  ])('finds the row of a file by %s', (_, file, path) => {
    expect(labelsFromCsv(`file,label\n${file},happy`)(path)).toEqual(HAPPY);
  });

  it('gives each file labels of its own, which a caller may change', () => {
    const describe = labelsFromCsv('file,label,speaker\na/1.wav,happy,ann\na/2.wav,sad,bob');
    const first = describe('a/1.wav');
    first.label = 'changed';
    expect(describe('a/1.wav')).toEqual({ label: 'happy', speaker: 'ann' });
    expect(describe('a/2.wav')).toEqual({ label: 'sad', speaker: 'bob' });
  });

  it('tells files of one name by their folders', () => {
    const describe = labelsFromCsv('file,label\nx/1.wav,sad\ny/1.wav,calm\n1,happy');
    expect(describe('data/x/1.wav').label).toBe('sad');
    expect(describe('y/1.wav').label).toBe('calm');
    expect(describe('z/1.wav').label).toBe('happy');
    expect(describe('1.wav').label).toBe('happy');
  });

  it('leaves dots within a path, and takes away every one before it', () => {
    expect(labelsFromCsv('file,label\n././a/1.wav,happy')('a/1.wav')).toEqual(HAPPY);
    expect(() => labelsFromCsv('file,label\na/./1.wav,happy')('a/1.wav')).toThrow('got none');
    expect(() => labelsFromCsv('file,label\na/1.wav.wav,happy')('a/1.wav')).toThrow('got none');
  });

  it('takes the longest of several rows that a path ends with', () => {
    const describe = labelsFromCsv('file,label\n1.wav,sad\na/1.wav,happy\nb/a/1.wav,calm');
    expect(describe('x/a/1.wav')).toEqual(HAPPY);
  });

  it.each([
    ['no row', 'file,label\n2.wav,happy', 'got none'],
    ['a row whose name only ends alike', 'file,label\n11.wav,happy', 'got none'],
    [
      'several rows that fit alike',
      'file,label\nx/a/1.wav,sad\ny/a/1.wav,sad',
      'got 2 from line 2',
    ],
  ])('refuses a file with %s', (_, text, got) => {
    expect(() => labelsOf(text, { name: 'my.csv' })).toThrow(
      expect.objectContaining({
        code: 'no-label',
        file: 'a/1.wav',
        message: expect.stringContaining(
          `labelsFromCsv: my.csv must have one row for a/1.wav, ${got}`,
        ),
      }),
    );
  });

  it.each<[string, string, number, string]>([
    ['no text', '', 1, 'must name the columns, got no line with text'],
    ['no column of files', 'path,label\n', 1, 'must name a column "file", got "path", "label"'],
    ['no column of labels', '\nfile;x\n', 2, 'must name a column "label", got "file", "x"'],
    ['two columns of labels', 'label,file,label', 1, 'must name one column "label"'],
    ['too few fields', 'file,label\na,b\n\nc', 4, 'must have 2 fields, got 1'],
    ['too many fields', 'file,label\n"a\nb",c\nd,e,f', 4, 'must have 2 fields, got 3'],
    ['no file', 'file,label\r\n,b', 2, 'must name a file, got an empty field'],
    ['no label', 'file,label\na,', 2, 'must have a label for a, got an empty field'],
    [
      'a file twice',
      'file,label\na,b\n./a.wav,c',
      3,
      'must name a file of its own, or say the same of it, got ./a.wav of line 2 with other labels',
    ],
    ['an open quote', 'file,label\na,b\nc,"d\ne,f\n', 3, 'must have quotes that are closed'],
    ['text after a quote', 'file,label\n"a"b,c\n', 2, 'must have quotes that are closed'],
  ])('refuses %s and names the line', (_, text, line, message) => {
    expect(() => labelsFromCsv(text, { name: 'my.csv' })).toThrow(
      expect.objectContaining({
        name: 'CorpusError',
        code: 'bad-csv',
        file: 'my.csv',
        line,
        message: expect.stringContaining(`labelsFromCsv: line ${line} of my.csv ${message}`),
      }),
    );
  });

  it('refuses a table without a column that an option names', () => {
    expect(() => labelsFromCsv('file,label\n', { speaker: 'who' })).toThrow(
      'line 1 of `text` must name a column "who"',
    );
  });

  it.each(['', '"', '\n', ';;', 5])('refuses %j for a delimiter', (delimiter) => {
    expect(() => labelsFromCsv('file,label\n', { delimiter: delimiter as string })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
  });

  it('gives back all that is quoted, with any delimiter', () => {
    // Fields are trimmed, and a label is not empty.
    const label = fc.string({ minLength: 1 }).filter((text) => text === text.trim() && text !== '');
    fc.assert(
      fc.property(label, fc.constantFrom(',', ';', '\t'), (text, delimiter) => {
        const quoted = `"${text.replaceAll('"', '""')}"`;
        const table = `file${delimiter}label\na/1.wav${delimiter}${quoted}\n`;
        return labelsOf(table).label === text;
      }),
    );
  });

  it('refuses what is no text', () => {
    expect(() => labelsFromCsv(undefined as never)).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
  });
});

it('finds a file whose name is written with other accents', () => {
  const [composed, apart] = ['caf\u00e9/1.wav', 'cafe\u0301/1.wav'];
  expect(labelsFromCsv(`file,label\n${composed},sad`)(apart).label).toBe('sad');
  expect(labelsFromCsv(`file,label\n${apart},sad`)(composed).label).toBe('sad');
});
