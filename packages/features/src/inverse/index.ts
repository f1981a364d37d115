export { type MelToAudioOptions, melToAudio } from './mel-to-audio.ts';
export { type MelToStftOptions, melToStft } from './mel-to-stft.ts';
export { type MfccToAudioOptions, mfccToAudio } from './mfcc-to-audio.ts';
export { type MfccToMelOptions, mfccToMel } from './mfcc-to-mel.ts';
