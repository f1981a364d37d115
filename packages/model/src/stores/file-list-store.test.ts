import { expect, it } from 'vitest';
import { fileListStore } from './file-list-store.ts';

const file = (name: string, text: string): File => new File([text], name);

/** A file of a chosen folder. */
const inFolder = (path: string, text: string): File =>
  Object.defineProperty(file(path.slice(path.lastIndexOf('/') + 1), text), 'webkitRelativePath', {
    value: path,
  });

const text = async (bytes: Promise<Uint8Array | undefined>) =>
  new TextDecoder().decode(await bytes);

it('reads files by name among others', async () => {
  const store = fileListStore(new Set([file('notes.txt', 'no'), file('model.json', '{}')]));
  expect(await text(store.read('model.json'))).toBe('{}');
});

it('does not mind the folders that files come from', async () => {
  const store = fileListStore([inFolder('downloads/my-model/model.json', '{}')]);
  expect(await text(store.read('model.json'))).toBe('{}');
});

it('finds a file by its folder', async () => {
  const store = fileListStore([
    inFolder('run/fold1/model.json', '1'),
    inFolder('run/fold2/model.json', '2'),
  ]);
  expect(await text(store.read('fold2/model.json'))).toBe('2');
});

it('says undefined of a file that was not chosen', async () => {
  const store = fileListStore([file('a-model.json', ''), file('a.wav', '')]);
  expect(await store.read('model.json')).toBeUndefined();
});

it.each([
  [[], '0 chosen files'],
  [['a.wav'], '1 chosen file (a.wav)'],
  [['notes.txt', 'model.json'], '2 chosen files (notes.txt, model.json)'],
  [['1', '2', '3', '4', '5', '6'], '6 chosen files (1, 2, 3, 4, 5, …)'],
])('is called after what was chosen: %j', (names, name) => {
  expect(fileListStore(names.map((each) => file(each, ''))).name).toBe(name);
});

it('keeps the files that it was given when the list empties', async () => {
  const list = [file('model.json', '{}')];
  const store = fileListStore(list);
  list.length = 0;
  expect(await text(store.read('model.json'))).toBe('{}');
});

it('takes no part of a name for the name', async () => {
  const store = fileListStore([inFolder('run/xfold1/model.json', '1')]);
  expect(await store.read('fold1/model.json')).toBeUndefined();
});

it('reads a file of as many bytes as there may be, and none of one more', async () => {
  const store = fileListStore([file('model.json', '{}')]);
  expect(await text(store.read('model.json', { maxBytes: 2 }))).toBe('{}');
  await expect(store.read('model.json', { maxBytes: 1 })).rejects.toMatchObject({
    code: 'too-large',
    message: 'fileListStore.read: model.json must have at most 1 bytes',
  });
});

it('shows the names of five', () => {
  const names = ['1', '2', '3', '4', '5'];
  const { name } = fileListStore(names.map((each) => file(each, '')));
  expect(name).toBe('5 chosen files (1, 2, 3, 4, 5)');
});

it('refuses what is no list of files', () => {
  expect(() => fileListStore(null as never)).toThrow('`files` must be files, got null');
});

it('refuses a name that several files have', async () => {
  const twice = fileListStore([file('model.json', '1'), file('model.json', '2')]);
  await expect(twice.read('model.json')).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringContaining('must hold one model.json, got 2'),
  });
});

it('says so when a file is gone', async () => {
  const gone = file('model.json', '{}');
  gone.arrayBuffer = () => Promise.reject(new DOMException('not found', 'NotFoundError'));
  await expect(fileListStore([gone]).read('model.json')).rejects.toMatchObject({
    code: 'unreadable-file',
    message: 'fileListStore: model.json cannot be read: not found',
  });
});

it('refuses a name that leads elsewhere', async () => {
  await expect(fileListStore([]).read('../model.json')).rejects.toMatchObject({
    code: 'bad-argument',
  });
});
