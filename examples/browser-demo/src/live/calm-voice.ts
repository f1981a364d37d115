/** Lets through at most one text in a while, the newest: a live region that does not chatter. */
export class CalmVoice {
  readonly #say: (text: string) => void;
  readonly #ms: number;
  #waiting: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param seconds How long it is quiet after a text. */
  constructor(say: (text: string) => void, seconds: number) {
    this.#say = say;
    this.#ms = 1000 * seconds;
  }

  /** Says it now, or, where the last one was just said, later, unless a newer one comes. */
  say(text: string): void {
    this.#waiting = text;
    if (this.#timer === undefined) this.#next();
  }

  /** Says nothing more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }

  #next(): void {
    this.#timer = undefined;
    if (this.#waiting === undefined) return;
    this.#say(this.#waiting);
    this.#waiting = undefined;
    this.#timer = setTimeout(() => this.#next(), this.#ms);
  }
}
