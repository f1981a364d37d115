import { LitElement } from 'lit';

/** A view that is told when the visitor leaves it: the page hides it, or takes it out. */
export abstract class LeavingView extends LitElement {
  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: Lit finalizes the class that it is asked of.
    return [...super.observedAttributes, 'hidden'];
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'hidden' && now !== null) this.onLeave();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.onLeave();
  }

  /** The place to switch off what must not go on unseen. */
  protected abstract onLeave(): void;
}
