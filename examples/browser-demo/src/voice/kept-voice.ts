import { VoiceKeeper } from './voice-keeper.ts';

/** The keeper that all views share. */
export const keptVoice: VoiceKeeper = new VoiceKeeper(() => localStorage);

// Another tab calibrated, erased or switched.
addEventListener('storage', ({ key }) => {
  if (key === null || keptVoice.keys.includes(key)) keptVoice.reload();
});
