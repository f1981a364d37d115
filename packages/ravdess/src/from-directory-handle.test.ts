import { expect, test } from 'vitest';
import { fromDirectoryHandle } from './from-directory-handle.ts';

test('the clips below a handle have what their names say', async () => {
  const name = '03-01-01-01-01-01-02.wav';
  const handle = {
    kind: 'directory' as const,
    name: 'ravdess',
    async *values() {
      yield { kind: 'file' as const, name, getFile: async () => new File(['x'], name) };
    },
  };
  const { value } = await fromDirectoryHandle(handle).next();
  expect(value).toMatchObject({
    id: '03-01-01-01-01-01-02',
    file: `ravdess/${name}`,
    info: { emotion: 'neutral', speaker: '02' },
  });
});

test('a file with another name is told, or thrown', async () => {
  const handle = {
    kind: 'directory' as const,
    name: 'ravdess',
    async *values() {
      yield { kind: 'file' as const, name: 'me.wav', getFile: async () => new File(['x'], 'x') };
    },
  };
  const problem = { code: 'bad-filename', file: 'ravdess/me.wav' };
  await expect(fromDirectoryHandle(handle).next()).rejects.toMatchObject(problem);
  const problems: unknown[] = [];
  const clips = fromDirectoryHandle(handle, { onProblem: (each) => problems.push(each) });
  await expect(clips.next()).rejects.toThrow(
    'fromDirectoryHandle: ravdess must hold clips such as Actor_01/03-01-06-01-02-01-01.wav',
  );
  expect(problems).toMatchObject([problem]);
});
