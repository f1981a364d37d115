import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listClips } from '../testing/list-clips.ts';
import { writeWav } from '../testing/write-wav.ts';
import { writeZip } from '../testing/write-zip.ts';
import { findZips } from './find-zips.ts';
import { fromDirectory } from './from-directory.ts';
import { fromZip } from './from-zip.ts';
import { isZip } from './is-zip.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-zips-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const zip = writeZip([{ name: '01-01-01.wav', bytes: writeWav([1]) }]);
const put = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(root, name), bytes);
  return join(root, name);
};

test('zips are found by name and bytes, with the query of a download behind the name', async () => {
  const files = [put('A.ZIP', zip), put('b.zip?download=1', zip)];
  put('page.zip', '<!doctype html>');
  put('notes.txt', 'x');
  mkdirSync(join(root, 'c.zip'));
  expect(await findZips(root)).toEqual(files);
  expect((await listClips((options) => fromZip(files[1], options))).clips).toHaveLength(1);
});

test('zips are sorted, and one that cannot be read is among them', async () => {
  const names = ['b.zip', 'a10.zip', 'a2.zip', 'B.zip', 'c.zip?x=1&y'];
  for (const name of names) put(name, zip);
  symlinkSync(join(root, 'nowhere'), join(root, 'broken.zip'));
  for (const name of ['a.zip.txt', 'azip', 'a.zip x', 'a.tar']) put(name, zip);
  expect(await findZips(root)).toEqual(
    ['B.zip', 'a10.zip', 'a2.zip', 'b.zip', 'broken.zip', 'c.zip?x=1&y'].map((name) =>
      join(root, name),
    ),
  );
});

test('a zip is known by its bytes, and a folder is none', async () => {
  expect(await isZip(put('a.bin', zip))).toBe(true);
  expect(await isZip(put('b.zip', 'text'))).toBe(false);
  expect(await isZip(root)).toBe(false);
});

test('what is not there is named', async () => {
  const missing = join(root, 'none');
  await expect(isZip(missing)).rejects.toMatchObject({ code: 'unreadable-file', file: missing });
  await expect(findZips(missing)).rejects.toMatchObject({ code: 'unreadable-directory' });
});

test('a folder that holds zips alone says how to read them', async () => {
  const file = put('clips.zip?download=1', zip);
  await expect(listClips((options) => fromDirectory(root, options))).rejects.toMatchObject({
    code: 'no-clips',
    message: expect.stringContaining(`got none among 0 .wav files (read ${file} with \`fromZip\`)`),
  });
});

test('a zip that holds zips alone says what to do', async () => {
  const file = put('all.zip', writeZip([{ name: 'speech.zip', bytes: zip }]));
  await expect(listClips((options) => fromZip(file, options))).rejects.toMatchObject({
    code: 'no-clips',
    message: expect.stringContaining('1 zip inside it (unpack it, and read speech.zip)'),
  });
});

test('a folder of several zips names all of them, and so do several folders', async () => {
  const [a, b] = ['x', 'y'].map((name) => {
    mkdirSync(join(root, name));
    return put(`${name}/1.zip`, zip);
  });
  const folders = [join(root, 'x'), join(root, 'y')];
  await expect(listClips((options) => fromDirectory(folders, options))).rejects.toThrow(
    `${folders.join(', ')} must hold clips, got none among 0 .wav files ` +
      `(read ${a}, ${b} with \`fromZip\`)`,
  );
});

test('a zip of several zips counts them', async () => {
  const inner = ['a.ZIP', 'b.zip', 'c.txt'].map((name) => ({ name, bytes: zip }));
  await expect(
    listClips((options) => fromZip(put('all.zip', writeZip(inner)), options)),
  ).rejects.toThrow(
    'must hold clips, got: no clip and 2 zips inside it (unpack it, and read a.ZIP)',
  );
});

test('the title of a page is found within its first 4096 bytes', async () => {
  const page = (at: number) => put('a.zip', `<html>${' '.repeat(at - 6)}<title>Late</title>`);
  await expect(listClips((options) => fromZip(page(4080), options))).rejects.toThrow(': "Late"');
  await expect(listClips((options) => fromZip(page(4096), options))).rejects.not.toThrow('Late');
});

test('what is no zip is named: a web page with its title, a RAR archive', async () => {
  const page = put('a.zip', '<html><head><title>Log \u001b in</title></head></html>');
  await expect(listClips((options) => fromZip(page, options))).rejects.toMatchObject({
    code: 'bad-zip',
    message: expect.stringMatching(/a web page \(HTML\).*: "Log in" \(fetch the file again\)$/),
  });
  const rar = put('b.zip', 'Rar!\u001a\u0007\u0001\u0000 and so on');
  await expect(listClips((options) => fromZip(rar, options))).rejects.toThrow('a RAR archive');
});
