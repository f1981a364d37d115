import { SingleBar } from 'cli-progress';
import { visible } from './visible.ts';

/** Shows how far a long task has come, on stderr. */
export interface Progress {
  /** @param detail short text beside the bar */
  update(done: number, detail?: string): void;
  stop(): void;
}

interface Shown extends Progress {
  print(line: string): void;
}

let shown: Shown | undefined;

/** A bar on a terminal; elsewhere (CI, a pipe) a line for each tenth of the way. One at a time. */
export function startProgress(label: string, total: number): Progress {
  const start = process.stderr.isTTY ? bar : lines;
  const progress = start(visible(label), total);
  shown = progress;
  return {
    update: (done, detail = '') => progress.update(done, visible(detail)),
    stop() {
      progress.stop();
      if (shown === progress) shown = undefined;
    },
  };
}

/**
 * Prints lines for people on stderr that stay; a bar that is shown moves below them. What a file
 * put into them is shown, never obeyed: a line of the arguments stays one line.
 */
export function print(...lines: string[]): void {
  const text = lines.map(visible).join('\n');
  if (shown) shown.print(text);
  else process.stderr.write(`${text}\n`);
}

/** Gives the terminal back as it was, cursor and all, where the process ends at once. */
export function hideProgress(): void {
  shown?.stop();
  shown = undefined;
}

function bar(label: string, total: number): Shown {
  const single = new SingleBar({
    // As a value: a label may hold braces.
    format: '{label} {bar} {value}/{total} {detail}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    linewrap: null,
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
    // Ctrl-C is ours: it saves first.
    gracefulExit: false,
  });
  let done = 0;
  let detail = '';
  const start = () => single.start(total, done, { label, detail });
  start();
  return {
    update(newDone, newDetail = '') {
      done = newDone;
      detail = newDetail;
      single.update(done, { detail });
    },
    print(line) {
      single.stop();
      process.stderr.write(`${line}\n`);
      start();
    },
    stop: () => single.stop(),
  };
}

function lines(label: string, total: number): Shown {
  const write = (line: string) => {
    process.stderr.write(`${line}\n`);
  };
  let tenth = 0;
  return {
    update(done, detail = '') {
      const reached = Math.floor((10 * done) / total);
      if (reached > tenth) {
        tenth = reached;
        write(`${label} ${done}/${total} ${detail}`.trim());
      }
    },
    print: write,
    stop: () => {},
  };
}
