/** The name of the function that begins an error's message, which is for programmers. */
const FUNCTION = /^[A-Za-z.]+: /;

/** What an error says, in words for people. */
export function complaintOf(error: unknown): string {
  const { message = String(error) } = Object(error) as { message?: string };
  return message.replace(FUNCTION, '');
}
