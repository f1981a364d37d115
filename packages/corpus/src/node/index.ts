export { AUDIO_ENDINGS } from '../sources/audio-endings.ts';
export { decodeAudio } from './decode-audio.ts';
export { findZips } from './find-zips.ts';
export { fromDirectory } from './from-directory.ts';
export { fromZip } from './from-zip.ts';
export { isZip } from './is-zip.ts';
