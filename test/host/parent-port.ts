import { EventEmitter } from 'node:events';

/** Gives a forked process Electron's `process.parentPort` over Node's own channel. */
const port = new EventEmitter();

// Like Electron, Node keeps messages until somebody listens: so listen no earlier than
// the program does, or what is sent right after the fork is lost.
port.on('newListener', (event) => {
  if (event !== 'message' || port.listenerCount('message') > 0) return;
  process.on('message', (data) => port.emit('message', { data, ports: [] }));
});
process.on('disconnect', () => process.exit(0));

Object.defineProperty(process, 'parentPort', {
  value: Object.assign(port, {
    postMessage(message: unknown) {
      process.send?.(message);
    },
  }),
});
