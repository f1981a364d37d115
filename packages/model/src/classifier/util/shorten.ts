/** How much of a cause's message an error shows: it may hold a stranger's whole file. */
const MESSAGE_LENGTH = 300;

/** A message, cut where it is long. */
export function shorten(message: string): string {
  return message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH)}…` : message;
}
