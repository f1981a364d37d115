import { SingleBar } from 'cli-progress';

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
  const progress = process.stderr.isTTY ? bar(label, total) : lines(label, total);
  shown = progress;
  return {
    update: progress.update,
    stop() {
      progress.stop();
      if (shown === progress) shown = undefined;
    },
  };
}

/** Prints a line on stderr that stays; a bar that is shown moves below it. */
export function print(line: string): void {
  if (shown) shown.print(line);
  else process.stderr.write(`${line}\n`);
}

/** Gives the terminal back as it was, cursor and all, where the process ends at once. */
export function hideProgress(): void {
  shown?.stop();
  shown = undefined;
}

function bar(label: string, total: number): Shown {
  const single = new SingleBar({
    format: `${label} {bar} {value}/{total} {detail}`,
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
  const start = () => single.start(total, done, { detail });
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
