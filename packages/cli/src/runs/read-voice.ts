import { CliError } from '../console/cli-error.ts';
import { decodeText } from '../data/decode-text.ts';
import { readUserFile } from '../data/read-user-file.ts';

/**
 * What `ser calibrate` has written, for `loadRecognizer` to check.
 *
 * @throws CliError `no-such-path`, `not-a-file` or `unreadable-file`; `bad-voice` for a file that is
 *   no JSON
 */
export async function readVoice(file: string): Promise<unknown> {
  const prefix = `--voice ${file}: `;
  const bytes = await readUserFile(file, { prefix, folderHint: 'name the file in it' });
  try {
    return JSON.parse(decodeText(bytes));
  } catch (cause) {
    const why = (cause as Error).message;
    const message = `${prefix}it must be JSON that \`ser calibrate\` wrote: ${why}`;
    throw new CliError('bad-voice', message, { cause });
  }
}
