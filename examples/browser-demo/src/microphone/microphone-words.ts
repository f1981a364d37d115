import type { ListenReason } from '@ser/recognizer';
import { complaintOf } from '../parts/complaint-of.ts';

/** What is said of the errors of `getUserMedia`, by their names. */
const ASKING: Readonly<Record<string, string>> = {
  InsecurePageError:
    'This page was not loaded over https, and browsers give such pages no microphone. Open it by ' +
    'https or from localhost.',
  NotAllowedError:
    'The microphone is not allowed for this page. Allow it in the browser, beside the address, ' +
    'then start again.',
  NotFoundError: 'No microphone was found. Connect one, then start again.',
  OverconstrainedError: 'The chosen microphone is not there any more. Choose another one.',
  NotReadableError:
    'The microphone cannot be opened. Another program may be using it, or the system does not give ' +
    'it to the browser.',
};

/** What is said of the errors of `listen`, by their codes. */
const LISTENING: Readonly<Record<string, string>> = {
  'no-samples':
    'The microphone is open but sends no sound. It may be switched off by a key, or in the ' +
    "system's settings.",
  'no-gesture': 'The browser waits for a click before it gives out sound. Press Start again.',
  'no-audio-worklet':
    'This browser, or this address, has no AudioWorklet, which reads the microphone. Open the page ' +
    'by https or from localhost in a current browser.',
  'lost-worker': 'The recogniser ended, perhaps for want of memory. Start again.',
  'not-adaptable': 'This model knows no calibrated voices.',
  'bad-voice': 'The kept voice belongs to another version of the model. Calibrate again.',
};

const ENDS: Readonly<Record<ListenReason, string>> = {
  aborted: 'Stopped.',
  returned: 'Stopped.',
  ended: 'The microphone was stopped.',
  'device-lost':
    'The microphone is gone: it was unplugged, or the permission was taken back. What was heard ' +
    'before is still there.',
  suspended:
    'The browser has suspended the sound, as it does in a tab that sleeps or during a call. Start ' +
    'again.',
};

/** Why nothing is heard, in words for people. */
export function faultWords(error: unknown): string {
  const { name = '', code = '' } = Object(error) as Record<string, string>;
  if (code === 'device-lost') return ENDS['device-lost'];
  return ASKING[name] ?? LISTENING[code] ?? `It did not work: ${complaintOf(error)}`;
}

/** Why a listening ended, in words for people. */
export const endWords = (reason: ListenReason | undefined): string => ENDS[reason ?? 'ended'];
