import { EventEmitter } from 'node:events';

/** Gives a forked process Electron's `process.parentPort` over Node's own channel. */
const port = new EventEmitter();
process.on('message', (data) => port.emit('message', { data, ports: [] }));
process.on('disconnect', () => process.exit(0));

Object.defineProperty(process, 'parentPort', {
  value: Object.assign(port, {
    postMessage(message: unknown) {
      process.send?.(message);
    },
  }),
});
