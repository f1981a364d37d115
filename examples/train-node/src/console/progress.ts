import { SingleBar } from 'cli-progress';

/** Shows how far a long task has come. Everything goes to stderr. */
export interface Progress {
  /** @param detail short text beside the bar */
  update(done: number, detail?: string): void;
  /** Prints a line that stays, above the bar. */
  log(line: string): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere (CI, a pipe) a line for each tenth of the way. */
export function startProgress(label: string, total: number): Progress {
  return process.stderr.isTTY ? startBar(label, total) : startLines(label, total);
}

function startBar(label: string, total: number): Progress {
  const bar = new SingleBar({
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
  let state: [number, string] = [0, ''];
  const start = () => bar.start(total, state[0], { detail: state[1] });
  start();
  return {
    update(done, detail = '') {
      state = [done, detail];
      bar.update(done, { detail });
    },
    log(line) {
      bar.stop();
      process.stderr.write(`${line}\n`);
      start();
    },
    stop: () => bar.stop(),
  };
}

function startLines(label: string, total: number): Progress {
  let tenth = 0;
  return {
    update(done, detail = '') {
      const reached = Math.floor((10 * done) / total);
      if (reached > tenth) {
        tenth = reached;
        process.stderr.write(`${`${label} ${done}/${total} ${detail}`.trim()}\n`);
      }
    },
    log: (line) => {
      process.stderr.write(`${line}\n`);
    },
    stop: () => {},
  };
}
