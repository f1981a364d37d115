import { memoryStore } from '@ser/model';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { readChecked, readJson, writeJson } from './json-files.ts';

const storeOf = async (text: string) => {
  const store = memoryStore();
  await store.write('a.json', new TextEncoder().encode(text));
  return store;
};
const MEBIBYTE = 2 ** 20;

it('writes JSON that people can read, in UTF-8', async () => {
  const store = memoryStore();
  await writeJson(store, 'a.json', { a: ['ä', 1] });
  expect(new TextDecoder().decode(store.files.get('a.json'))).toBe(
    '{\n  "a": [\n    "ä",\n    1\n  ]\n}\n',
  );
  expect(await readJson(store, 'a.json')).toEqual({ a: ['ä', 1] });
});

it('reads nothing where there is no file', async () => {
  expect(await readJson(memoryStore(), 'a.json')).toBeUndefined();
  expect(await readChecked(memoryStore(), 'a.json', v.unknown())).toBeUndefined();
});

it('reads 16 MiB, and not a byte more', async () => {
  const most = `[${' '.repeat(16 * MEBIBYTE - 2)}]`;
  expect(await readJson(await storeOf(most), 'a.json')).toEqual([]);
  await expect(readJson(await storeOf(`${most} `), 'a.json')).rejects.toThrow(
    'memory/a.json: it must have at most 16777216 bytes, got 16777217',
  );
});

it('reads as much as it is told, and not a byte more', async () => {
  const store = await storeOf('[1]');
  expect(await readJson(store, 'a.json', 3)).toEqual([1]);
  await expect(readJson(store, 'a.json', 2)).rejects.toMatchObject({ code: 'bad-file' });
  await expect(readChecked(store, 'a.json', v.unknown(), 2)).rejects.toThrow('at most 2 bytes');
});

it('names the file that is no JSON, or another one', async () => {
  await expect(readJson(await storeOf('{'), 'a.json')).rejects.toMatchObject({
    code: 'bad-file',
    message: expect.stringMatching(/^memory\/a\.json is not JSON: /),
  });
  const schema = v.object({ b: v.number() });
  await expect(readChecked(await storeOf('{"b":"1"}'), 'a.json', schema)).rejects.toMatchObject({
    code: 'bad-file',
    message: 'memory/a.json: `b` must be number, got "1"',
  });
});
