// With `node --import`: a program that reaches for the network fails.
import { Socket } from 'node:net';

Socket.prototype.connect = () => {
  throw new Error('offline');
};
globalThis.fetch = async () => {
  throw new Error('offline');
};
