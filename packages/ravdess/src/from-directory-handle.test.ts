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
