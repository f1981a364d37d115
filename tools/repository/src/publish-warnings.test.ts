import { expect, test } from 'vitest';
import { publishWarnings } from './publish-warnings.ts';

test('what npm corrects by itself is a warning', () => {
  const said = [
    'npm warn publish npm auto-corrected some errors in your package.json when publishing.',
    'npm warn publish "repository.url" was normalized to "git+https://github.com/a/b.git"',
    'npm notice 📦  @ser/eval@0.1.0',
    '+ @ser/eval@0.1.0',
  ].join('\n');
  expect(publishWarnings(said)).toHaveLength(2);
});

test('that nobody is logged in is none', () => {
  const said =
    'npm warn publish This command requires you to be logged in to https://registry.npmjs.org/ (dry-run)';
  expect(publishWarnings(said)).toEqual([]);
});
