import { expect, it } from 'vitest';
import { filesStore } from './files-store.ts';

const file = (name: string, text: string): File => new File([text], name);

it('reads files by name, whatever else has been chosen', async () => {
  const store = filesStore(new Set([file('notes.txt', 'no'), file('model.json', '{}')]));
  expect(store.name).toBe('2 chosen files');
  expect(new TextDecoder().decode(await store.read('model.json'))).toBe('{}');
});

it('says which file is missing, is there twice or is gone', async () => {
  await expect(filesStore([]).read('model.json')).rejects.toMatchObject({
    code: 'artifact-missing',
    message: 'filesStore: `files` must hold model.json, got none',
  });
  await expect(filesStore([file('a.wav', '')]).read('model.json')).rejects.toThrow('got a.wav');
  const twice = filesStore([file('model.json', '1'), file('model.json', '2')]);
  await expect(twice.read('model.json')).rejects.toMatchObject({
    code: 'argument',
    message: expect.stringContaining('must hold one model.json, got 2'),
  });
  const gone = file('model.json', '{}');
  gone.arrayBuffer = () => Promise.reject(new DOMException('not found', 'NotFoundError'));
  await expect(filesStore([gone]).read('model.json')).rejects.toMatchObject({
    code: 'artifact-missing',
    message: 'filesStore: model.json cannot be read: not found',
  });
});
