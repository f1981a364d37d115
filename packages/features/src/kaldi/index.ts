export { fbank } from './fbank.ts';
export { mfcc } from './mfcc.ts';
