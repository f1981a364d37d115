import { expect, it } from 'vitest';
import { filesBehind } from './files-behind.ts';

const FILES = [
  { name: 'assets/train-view-1.js', text: 'new Worker("worker-3.js"); import "./shared-2.js"' },
  { name: 'assets/shared-2.js', text: '' },
  { name: 'assets/worker-3.js', text: 'fetch("table-4.parquet"); import("./worker-3.js")' },
  { name: 'assets/table-4.parquet', text: undefined },
  { name: 'assets/index-5.js', text: 'import("./train-view-1.js"); import "./shared-2.js"' },
  { name: 'index.html', text: '<script src="./assets/index-5.js">' },
];
const isView = (name: string) => name.startsWith('assets/train-view-');

it('is what only the view leads to, and not the view itself', () => {
  expect(filesBehind(FILES, 'index.html', isView)).toEqual([
    'assets/worker-3.js',
    'assets/table-4.parquet',
  ]);
});

it('is nothing that another file leads to as well', () => {
  const more = { name: 'assets/files-6.js', text: 'new Worker("worker-3.js")' };
  const index = { name: 'index.html', text: 'index-5.js files-6.js' };
  expect(filesBehind([...FILES.slice(0, -1), more, index], 'index.html', isView)).toEqual([]);
});
