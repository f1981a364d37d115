import type { RavdessInfo } from './filename.ts';

/** One recording, wherever it lies; its bytes are read when they are asked for. */
export interface Clip {
  /** The file name without its extension: the same on every machine. */
  id: string;
  /** Where it was found, for messages. */
  file: string;
  info: RavdessInfo;
  /** @throws {RavdessError} `unreadable-file` when the source cannot give them. */
  bytes(): Promise<Uint8Array>;
}
