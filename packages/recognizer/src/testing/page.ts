// What a page has of this package in the tests: the package, and a voice.
export * from '../index.ts';
export { speak, toWav } from './speak.ts';
