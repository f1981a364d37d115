export { RecognizerError, type RecognizerErrorCode } from './recognizer-error.ts';
