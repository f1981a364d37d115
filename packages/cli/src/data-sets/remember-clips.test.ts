import type { Clip, Labels } from '@ser/corpus';
import { expect, it } from 'vitest';
import { corpusDataSet } from './corpus-data-set.ts';
import { rememberClips } from './remember-clips.ts';

const info = { label: 'a', speaker: '' };
const clip = (id: string): Clip<Labels> => ({
  id,
  file: id,
  info,
  bytes: async () => new Uint8Array(),
});

it('lists the same folders once, and tells their problems each time', async () => {
  const listed: string[][] = [];
  const own = rememberClips(
    corpusDataSet({
      name: 'x',
      labels: [],
      rows: [],
      source: {
        async *fromDirectory(paths, { onProblem }) {
          listed.push([...paths]);
          onProblem({ file: 'bad', code: 'no-label', message: 'none' });
          yield clip('1');
          yield clip('2');
        },
        async *fromZip(paths) {
          listed.push([...paths]);
          yield clip('zip');
        },
      },
    }),
  );
  const list = async (paths: string[], from: 'fromDirectory' | 'fromZip' = 'fromDirectory') => {
    const problems: string[] = [];
    const ids: string[] = [];
    const options = { onProblem: ({ file }: { file: string }) => void problems.push(file) };
    for await (const { id } of own[from](paths, options)) ids.push(id);
    return { ids, problems };
  };
  const found = { ids: ['1', '2'], problems: ['bad'] };
  expect([await list(['x']), await list(['x']), await list(['y'])]).toEqual([found, found, found]);
  expect(await list(['x'], 'fromZip')).toEqual({ ids: ['zip'], problems: [] });
  expect(listed).toEqual([['x'], ['y'], ['x']]);
});
