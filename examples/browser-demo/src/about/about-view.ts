import { type CSSResultGroup, html, LitElement, type TemplateResult } from 'lit';
import { HOLDOUT, SPEAKER } from '../parts/card-figures.ts';
import '../parts/model-card.ts';
import { shared } from '../styles/shared.ts';

const inHundred = (share: number): number => Math.round(100 * share);

/** What the page is, what it can be trusted with, and where it comes from. */
export class AboutView extends LitElement {
  static override styles: CSSResultGroup = shared;

  override render(): TemplateResult {
    return html`
      <h1>About</h1>
      <p>
        This page hears which of eight emotions is in a voice: neutral, calm, happy, sad, angry,
        fearful, disgust or surprised. It is what the libraries of <code>@ser</code> do in a browser.
      </p>
      <h2>Nothing leaves this device</h2>
      <p>
        Audio is read, heard and drawn here. The page's content security policy allows connections to
        the page's own files alone, so that no script could send anything anywhere. After the first
        visit the page works without a network; training does once its view was opened.
      </p>
      <h2>What the answers are worth</h2>
      <p>
        The model learned from 24 professional actors who speak two English sentences (RAVDESS), from
        20 of them as it is shipped. Of what the other four say it names
        ${inHundred(HOLDOUT.uar.value)} of 100 right, where guessing would get 12.5; of actors in
        turn whom it had not heard, ${inHundred(SPEAKER.uar.value)}. Played emotions in a studio are
        clearer than those of daily life.
        An answer is a guess about the sound of a voice. It does not tell what somebody feels, and must
        not decide anything about a person.
      </p>
      <p>
        Where no speech is heard, the page says so and gives no answer. Where a sound is unlike
        everything that the model was trained on, it says that too.
      </p>
      <model-card></model-card>
      <h2>Examples</h2>
      <p>The built-in examples are computed sounds in the manner of voices. No person speaks in them.</p>
      <h2>Licences</h2>
      <p>
        The code is under the MIT licence. The weights were made from
        <a href="https://zenodo.org/records/1188976" target="_blank" rel="noreferrer">RAVDESS</a>
        (Livingstone and Russo, 2018) and stand under
        <a href="https://creativecommons.org/licenses/by-nc-sa/4.0/" target="_blank"
          rel="noreferrer">CC BY-NC-SA 4.0</a>: they are for uses that are not commercial.
      </p>
    `;
  }
}
customElements.define('about-view', AboutView);
