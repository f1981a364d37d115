import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { testsOf } from './tests-of.ts';

const SOURCES = {
  'util/low.ts': 'export const low = 1;',
  'util/low.test.ts': "import { low } from './low.ts';",
  'middle.ts': "export { low } from './util/low.ts';",
  'middle.test.ts': "import { low } from './middle.ts';",
  'top.ts': "const late = import('./middle.ts');",
  'top.test.ts': "import './top.ts';",
  'process.test.ts': "new URL('./top.ts', import.meta.url);",
  'elsewhere.test.ts': '',
};

test('the nearest tests come first, those that import nothing of it last', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tests-of-'));
  try {
    const files = Object.entries(SOURCES).map(([name, text]) => ({
      path: join(folder, name),
      text,
    }));
    for (const { path, text } of files) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    const paths = files.map(({ path }) => path);
    expect(testsOf(join(folder, 'util/low.ts'), paths)).toEqual(
      ['util/low', 'middle', 'process', 'top', 'elsewhere'].map((name) =>
        join(folder, `${name}.test.ts`),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
