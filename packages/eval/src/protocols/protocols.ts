import { clip } from './clip.ts';
import { holdout } from './holdout.ts';
import type { Protocol, ProtocolName } from './protocol.ts';
import { reference } from './reference.ts';
import { speaker } from './speaker.ts';

/** Every protocol by its name. */
export const PROTOCOLS: Readonly<Record<ProtocolName, Protocol>> = {
  reference,
  clip,
  speaker,
  holdout,
};
