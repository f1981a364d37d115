/** The formats of sound files that commands read, for their help. */
export const FORMATS = 'WAV; with audio-decode installed FLAC, MP3, Ogg, M4A and AAC';
