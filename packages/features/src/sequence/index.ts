export { type ViterbiOptions, type ViterbiResult, viterbi } from './viterbi.ts';
