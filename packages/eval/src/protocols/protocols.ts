import { clip } from './clip.ts';
import { holdout } from './holdout.ts';
import type { Protocol } from './protocol.ts';
import { reference } from './reference.ts';
import { speaker } from './speaker.ts';

/** The names of the protocols. Each has a file of its own here. */
export const PROTOCOL_NAMES = ['reference', 'clip', 'speaker', 'holdout'] as const;

/** One of {@link PROTOCOL_NAMES}. */
export type ProtocolName = (typeof PROTOCOL_NAMES)[number];

/** Every protocol by its name. */
export const PROTOCOLS: Readonly<Record<ProtocolName, Protocol>> = {
  reference,
  clip,
  speaker,
  holdout,
};
