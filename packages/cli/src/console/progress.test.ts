import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hideProgress, print, startProgress } from './progress.ts';

// Where tests run, stderr is no terminal.
const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
const lines = (): unknown[] => stderr.mock.calls.map(([line]) => line);
beforeEach(() => {
  stderr.mockClear();
});

describe('where there is no terminal', () => {
  it('prints a line for each tenth of the way', () => {
    const progress = startProgress('reading', 100);
    for (let done = 1; done <= 100; done++) progress.update(done);
    progress.stop();
    expect(lines()).toEqual(
      [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((done) => `reading ${done}/100\n`),
    );
  });

  it('prints a tenth once, however many steps fall into it', () => {
    const progress = startProgress('reading', 30);
    for (const done of [1, 2, 3, 3, 5, 29, 30, 30]) progress.update(done);
    expect(lines()).toEqual([3, 29, 30].map((done) => `reading ${done}/30\n`));
  });

  it('adds the detail', () => {
    startProgress('training', 2).update(1, 'loss 1.5');
    expect(lines()).toEqual(['training 1/2 loss 1.5\n']);
  });
});

it('shows what names hold, and obeys none of it', () => {
  print('left out \x1b[2Ja\nb.wav', 'second');
  startProgress('\x9b31m {bar}', 2).update(1, 'a\u202eb');
  expect(lines()).toEqual([
    'left out \\x1b[2Ja\\nb.wav\nsecond\n',
    '\\x9b31m {bar} 1/2 a\\u202eb\n',
  ]);
});

describe('on a terminal', () => {
  const { isTTY } = process.stderr;
  beforeEach(() => {
    process.stderr.isTTY = true;
  });
  afterEach(() => {
    hideProgress();
    process.stderr.isTTY = isTTY;
  });
  // What terminals take: cursor off and on, and the line cleared.
  const HIDE_CURSOR = '\x1b[?25l';
  const SHOW_CURSOR = '\x1b[?25h';
  const CLEAR_LINE = '\x1b[2K';
  const text = (): string => lines().join('');

  it('draws a bar', () => {
    startProgress('reading', 100);
    expect(text()).toContain('reading ░░');
  });

  it('takes a label for what it is', () => {
    startProgress('a\x1b[2J {total}', 100);
    expect(text()).toContain('a\\x1b[2J {total} ░');
  });

  it('hides the cursor, and shows it again in the end', () => {
    const progress = startProgress('reading', 100);
    expect(text()).toContain(HIDE_CURSOR);
    progress.stop();
    expect(text().lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(text().lastIndexOf(HIDE_CURSOR));
  });

  it('takes the bar away before it prints a line', () => {
    startProgress('reading', 100).update(7);
    stderr.mockClear();
    print('a line');
    expect(text().split('a line\n')[0].endsWith(CLEAR_LINE)).toBe(true);
  });

  it('draws the bar again below a line', () => {
    startProgress('reading', 100).update(7);
    stderr.mockClear();
    print('a line');
    expect(text().split('a line\n')[1]).toContain('7/100');
  });

  it('draws no bar below a line once it has ended', () => {
    startProgress('reading', 100).stop();
    stderr.mockClear();
    print('a line');
    expect(lines()).toEqual(['a line\n']);
  });

  it('goes on with a bar that took the place of one which ends later', () => {
    const first = startProgress('first', 100);
    startProgress('second', 100);
    first.stop();
    stderr.mockClear();
    print('a line');
    expect(text().split('a line\n')[1]).toContain('second');
  });

  it('gives the cursor back where the process ends at once', () => {
    startProgress('reading', 100);
    stderr.mockClear();
    hideProgress();
    expect(text()).toContain(SHOW_CURSOR);
  });
});
