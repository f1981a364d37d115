import { CliError } from '../console/cli-error.ts';
import { STDIN } from './expand-files.ts';
import { openPlainFile } from './read-plain-file.ts';
import { userFileError } from './read-user-file.ts';

/** The bytes of a file as they are read. */
export interface OpenWav {
  /** What messages call it. */
  name: string;
  chunks: AsyncIterable<Uint8Array>;
  /** How many bytes there are; undefined where nobody knows. */
  size: number | undefined;
  /** Ends the reading, also while it waits. */
  close(): Promise<void>;
}

/** What messages call standard input. */
export const STDIN_NAME = 'standard input';

const NOTHING_CAME =
  `${STDIN_NAME} must be a WAV file, got no bytes at all: see whether the command that writes it ` +
  'failed';

/**
 * Opens a WAV file that the user has named, or standard input, to be read as a stream.
 *
 * @throws CliError `no-such-path`, `not-a-file` or `unreadable-file`, the last also from `chunks`
 *   where nothing comes on standard input
 */
export async function openWav(file: string): Promise<OpenWav> {
  if (file === STDIN) return openStdin();
  try {
    const { handle, size } = await openPlainFile(file);
    const stream = handle.createReadStream({ autoClose: false });
    return {
      name: file,
      chunks: stream,
      size,
      async close() {
        stream.destroy();
        await handle.close();
      },
    };
  } catch (cause) {
    throw userFileError(cause, { folderHint: 'name the files in it' });
  }
}

function openStdin(): OpenWav {
  const { stdin } = process;
  if (stdin.isTTY) {
    const message = 'standard input is a terminal; send a WAV into it: ser predict - < voice.wav';
    throw new CliError('not-a-file', message);
  }
  return {
    name: STDIN_NAME,
    chunks: notEmpty(stdin),
    size: undefined,
    // Else the process would wait for what may still come.
    async close() {
      stdin.destroy();
    },
  };
}

/** What comes, as it is. */
async function* notEmpty(stdin: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isEmpty = true;
  for await (const chunk of stdin) {
    isEmpty = false;
    yield chunk;
  }
  if (isEmpty) throw new CliError('unreadable-file', NOTHING_CAME);
}
