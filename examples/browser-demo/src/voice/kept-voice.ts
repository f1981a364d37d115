import { VoiceKeeper } from './voice-keeper.ts';

/** The keeper that all views share. */
export const keptVoice: VoiceKeeper = new VoiceKeeper(() => localStorage);

// Another tab calibrated or erased it.
addEventListener('storage', () => keptVoice.reload());
